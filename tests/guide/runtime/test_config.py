"""What a network is: read back as it was written, and nothing that it cannot be."""

from __future__ import annotations

import json
from dataclasses import asdict
from typing import Any

import pytest

from induce.guide.runtime.config import Config, Shape

OTHER = Config(pairs="alone", smoothing=0.25, positions=False, width=7, encoder="bag", kernel=9)


@pytest.mark.parametrize("config", [Config(), OTHER])
def test_a_configuration_is_read_back(config: Config) -> None:
    assert Config.from_json(config.to_json()) == config


def test_a_shape_is_read_back() -> None:
    shape = Shape.current()
    assert Shape.from_json(shape.to_json()) == shape
    assert min(asdict(shape).values()) > 1


def test_what_was_written_before_there_was_a_field_is_still_read() -> None:
    written = json.loads(OTHER.to_json())
    del written["width"]
    assert Config.from_json(json.dumps(written)).width == Config().width
    shape = json.loads(Shape.current().to_json())
    del shape["roles"]
    with pytest.raises(ValueError, match="expected an object with roles, "):
        Shape.from_json(json.dumps(shape))


@pytest.mark.parametrize(
    ("changes", "message"),
    [
        ({"width": "7"}, "width: '7'; expected int"),
        ({"width": True}, "width: True; expected int"),
        ({"width": 7.5}, "width: 7.5; expected int"),
        ({"positions": 1}, "positions: 1; expected bool"),
        ({"depth": 3}, "expected an object with pairs, "),
        ({"pairs": "apart"}, "pairs: 'apart'; expected together or alone"),
        ({"encoder": ""}, "encoder: ''; expected convolution or attention or hypernetwork or bag"),
        ({"kernel": 4}, "kernel: 4 is even; expected an odd number"),
        ({"pretrained": True, "encoder": "bag"}, "pretrained: "),
        ({"pretrained": True, "pairs": "alone"}, "pretrained: "),
    ],
)
def test_what_a_network_cannot_be_is_refused(changes: dict[str, Any], message: str) -> None:
    with pytest.raises(ValueError, match=message):
        Config.from_json(json.dumps({**json.loads(Config().to_json()), **changes}))


@pytest.mark.parametrize("text", ["[]", "7", "null", "{", ""])
def test_what_is_not_an_object_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r"expected|Expecting"):
        Config.from_json(text)
