"""Machine code, made and loaded."""

from __future__ import annotations

from induce.search.engine.codegen.machine import callable_at, loaded, machine_code

TEXT = """
define i64 @{name}(i64 %x, i64 %y) {{
  %z = mul i64 %x, %y
  ret i64 %z
}}
"""


def test_functions_of_several_files_are_called_by_address() -> None:
    objects = [machine_code(TEXT.format(name=name)) for name in ("machine_one", "machine_two")]
    addresses = loaded(objects, ["machine_one", "machine_two"])
    assert len(set(addresses)) == 2
    assert [callable_at(address, 2)(6, -7) for address in addresses] == [-42, -42]
