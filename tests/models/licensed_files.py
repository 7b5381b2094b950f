"""Small files that we wrote in the layouts of MedDRA and the UMLS. Codes and hierarchy are invented."""

from __future__ import annotations

from pathlib import Path

LLT = {
    "90000001": ("Insomnia", "90000001", "Y"),
    "90000002": ("Can't sleep", "90000001", "Y"),
    "90000003": ("Sleeplessness old", "90000001", "N"),
    "90000004": ("Headache", "90000004", "Y"),
    "90000005": ("Dry mouth", "90000005", "Y"),
}
PT = {"90000001": "Insomnia", "90000004": "Headache", "90000005": "Dry mouth"}
HLT = {"91000001": "Sleep group", "91000002": "Head group", "91000003": "Mouth group"}
HLGT = {"92000001": "Sleep family", "92000002": "Head family", "92000003": "Mouth family"}
SOC = {"93000001": "Mind", "93000002": "Nerves", "93000003": "Gut"}
WAYS = [  # PT, HLT, HLGT, SOC, primary
    ("90000001", "91000002", "92000002", "93000002", "N"),
    ("90000001", "91000001", "92000001", "93000001", "Y"),
    ("90000004", "91000002", "92000002", "93000002", "Y"),
    ("90000005", "91000003", "92000003", "93000003", "Y"),
]
CONSO = [  # CUI, language, TS, STT, preferred, source, string, suppressed
    ("C9000001", "ENG", "P", "PF", "Y", "MSH", "Insomnia", "N"),
    ("C9000001", "ENG", "S", "PF", "Y", "CHV", "trouble nodding off", "N"),
    ("C9000001", "SPA", "P", "PF", "Y", "MSHSPA", "Insomnio", "N"),
    ("C9000001", "ENG", "S", "PF", "Y", "OLD", "agrypnia", "O"),
    ("C9000002", "ENG", "P", "PF", "Y", "MSH", "Sertraline", "N"),
    ("C9000003", "ENG", "P", "PF", "Y", "MSH", "Wheelbarrow", "N"),
    ("C0917801", "ENG", "P", "PF", "Y", "HPO", "Sleep initiation and maintenance disorders", "N"),
]
STY = [("C9000001", "T184"), ("C9000002", "T121"), ("C9000003", "T073"), ("C0917801", "T048")]


def write_meddra(folder: Path) -> Path:
    """A MedDRA folder of five terms."""
    folder.mkdir(parents=True, exist_ok=True)
    files = {
        "llt.asc": [f"{code}${name}${pt}$$$$$$${current}$$" for code, (name, pt, current) in LLT.items()],
        "pt.asc": [f"{code}${name}$$93000001$$$$$$$$" for code, name in PT.items()],
        "hlt.asc": [f"{code}${name}$$$$$$$$" for code, name in HLT.items()],
        "hlgt.asc": [f"{code}${name}$$$$$$$$" for code, name in HLGT.items()],
        "soc.asc": [f"{code}${name}${name[:4]}$$$$$$$$" for code, name in SOC.items()],
        "mdhier.asc": [
            f"{pt}${hlt}${hlgt}${soc}${PT[pt]}${HLT[hlt]}${HLGT[hlgt]}${SOC[soc]}${SOC[soc][:4]}$${soc}${flag}$"
            for pt, hlt, hlgt, soc, flag in WAYS
        ],
        "meddra_release.asc": ["99.1$English$$$$"],
    }
    for name, lines in files.items():
        (folder / name).write_text("\r\n".join(lines) + "\r\n", encoding="utf-8")
    return folder


def write_umls(folder: Path) -> Path:
    """A UMLS folder of four concepts, one of them a thing that nobody has or takes."""
    meta = folder / "META"
    meta.mkdir(parents=True, exist_ok=True)
    conso = [
        f"{cui}|{language}|{ts}|L1|{stt}|S1|{preferred}|A1||M1||{source}|PT|D1|{string}|0|{suppressed}|256|"
        for cui, language, ts, stt, preferred, source, string, suppressed in CONSO
    ]
    (meta / "MRCONSO.RRF").write_text("\n".join(conso) + "\n", encoding="utf-8")
    (meta / "MRSTY.RRF").write_text(
        "".join(f"{cui}|{type_}|A1|Name|AT1|256|\n" for cui, type_ in STY), encoding="utf-8"
    )
    return folder
