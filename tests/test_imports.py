"""Imports point one way: data model and errors at the bottom, the command line at the top."""

import ast
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
HEAVY = {"torch", "transformers", "datasets", "fastapi", "ray"}
TORCH_MODULES = {"nlp.models.network"}  # loaded only when a torch model runs

# What each part of `nlp` may import of ours; `nlp` imports neither `training` nor `corpora`.
BASE = {"nlp.datamodel", "nlp.errors"}
LAYERS = {
    "nlp.datamodel": set(),
    "nlp.errors": set(),
    "nlp.config": BASE,
    "nlp.checks": BASE,
    "nlp.io": BASE | {"nlp.io", "nlp.checks"},
    "nlp.privacy": BASE | {"nlp.privacy"},
    "nlp.models": BASE | {"nlp.models"},
    "nlp.extract": BASE | {"nlp.extract", "nlp.models", "nlp.privacy"},
    "nlp.record": BASE | {"nlp.config", "nlp.extract", "nlp.models", "nlp.privacy"},
    "nlp.pipeline": BASE | {"nlp.checks", "nlp.config", "nlp.record", "nlp.extract", "nlp.models", "nlp.privacy"},
    "nlp.jobs": BASE | {"nlp.jobs", "nlp.io", "nlp.config", "nlp.pipeline"},
    "nlp.serve": BASE | {"nlp.serve", "nlp.checks", "nlp.config", "nlp.pipeline", "nlp.models", "nlp.privacy"},
    "nlp.render": BASE,
}


def modules(package: str) -> list[tuple[str, Path]]:
    return [
        (".".join(path.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__"), path)
        for path in sorted((ROOT / package).rglob("*.py"))
    ]


def imports(path: Path, top_level_only: bool = False) -> set[str]:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    nodes = tree.body if top_level_only else ast.walk(tree)
    found = set()
    for node in nodes:
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            found.add(node.module)
            found |= {f"{node.module}.{alias.name}" for alias in node.names}
    return found


def layer_of(module: str) -> str | None:
    return next((layer for layer in LAYERS if module == layer or module.startswith(f"{layer}.")), None)


@pytest.mark.parametrize(("module", "path"), modules("nlp"), ids=lambda value: value if isinstance(value, str) else "")
def test_arrows_point_down(module, path):
    layer = layer_of(module)
    for imported in imports(path):
        assert not imported.startswith(("training", "corpora", "tests")), f"{module} imports {imported}"
        target = layer_of(imported)
        if layer and target:
            allowed = target == layer or target in LAYERS[layer]
            assert allowed, f"{module} imports {imported}: an arrow the wrong way"


@pytest.mark.parametrize(("module", "path"), modules("nlp"), ids=lambda value: value if isinstance(value, str) else "")
def test_heavy_packages_load_only_when_used(module, path):
    if module in TORCH_MODULES or module.startswith("nlp.serve"):
        return
    heavy = {name.split(".")[0] for name in imports(path, top_level_only=True)} & HEAVY
    assert not heavy, f"{module} imports {heavy} when it is imported"


@pytest.mark.parametrize(
    ("module", "path"), modules("corpora"), ids=lambda value: value if isinstance(value, str) else ""
)
def test_corpora_do_not_know_training(module, path):
    assert not any(name.startswith("training") for name in imports(path)), module
