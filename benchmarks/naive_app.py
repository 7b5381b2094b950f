"""What a service is without batching, admission or worker processes: a FastAPI route around `transformers.pipeline`.

It only tags entities, with the same encoder in float32; everything else that Firsthand does to a post is left out.
`NAIVE_MODEL` names the folder of the encoder's configuration and tokeniser. Weights are random: speed is the same.
"""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

from fastapi import FastAPI
from pydantic import BaseModel
from transformers import AutoConfig, AutoModelForTokenClassification, PreTrainedTokenizerFast, pipeline

LABELS = 25
folder = Path(os.environ["NAIVE_MODEL"])
config = AutoConfig.from_pretrained(folder, num_labels=LABELS)
tokeniser = PreTrainedTokenizerFast(
    tokenizer_file=str(folder / "tokenizer.json"), model_max_length=512, pad_token="[PAD]", unk_token="[UNK]"
)
model = AutoModelForTokenClassification.from_config(config).eval()
tag = pipeline("token-classification", model=model, tokenizer=tokeniser, aggregation_strategy="simple")
app = FastAPI()


class PostIn(BaseModel):
    id: str
    text: str


@app.get("/readyz")
def readyz() -> dict[str, str]:
    return {"status": "ready"}


@app.post("/v1/extract")
def extract(post: PostIn) -> list[dict[str, Any]]:
    found = tag(post.text[:2000])
    return [{**each, "score": float(each["score"])} for each in found]
