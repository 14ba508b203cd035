"""What a worker says, without a search: the first cell of a table is what it is to do."""

import json
import sys
import threading
import time
from typing import Any

cancelled = threading.Event()
lines: list[dict[str, Any]] = []


def read() -> None:
    for line in sys.stdin:
        said = json.loads(line)
        if said["what"] == "cancel":
            cancelled.set()
        else:
            lines.append(said)
    raise SystemExit


def say(**said: object) -> None:
    print(json.dumps(said), flush=True)


limits = json.loads(sys.stdin.readline())
reader = threading.Thread(target=read, daemon=True)
reader.start()
say(ready=True)
while reader.is_alive() or lines:
    if not lines:
        time.sleep(0.005)
        continue
    request = lines.pop(0)
    cancelled.clear()
    what, _, more = request["rows"][0][0].partition(" ")
    if what == "work":  # for so many seconds, unless it is cancelled
        say(status="solved", cancelled=cancelled.wait(float(more)), client=request["client"])
    elif what == "stubborn":  # whoever cancels it
        time.sleep(float(more))
        say(status="solved")
    elif what == "die":
        break
    elif what == "flood":
        say(status="x" * int(more))
    else:
        say(status="solved", limits=limits, request=request)
