"""A headless Chromium, driven over a pipe by the DevTools protocol: no other package is needed, and no port opened."""

import base64
import json
import os
import shutil
import subprocess
import tempfile
from pathlib import Path
from typing import Any, Self

#: Where the browser is; None says that there is none.
CHROMIUM = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
FLAGS = (
    "--headless --no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking "
    "--disable-component-update --disable-sync --disable-extensions --hide-scrollbars --remote-debugging-pipe"
).split()


class Browser:
    """A browser with one tab. ``requests`` are the addresses that pages asked for."""

    def __init__(self, width: int = 1500, height: int = 1000) -> None:
        assert CHROMIUM
        self.folder = tempfile.TemporaryDirectory(ignore_cleanup_errors=True)
        (theirs, self.to), (self.back, from_them) = os.pipe(), os.pipe()
        # The browser reads descriptor 3 and writes 4, whatever numbers they have here.
        command = ["bash", "-c", f'exec 3<&{theirs} 4>&{from_them} "$@"', "bash", CHROMIUM, *FLAGS]
        self.process = subprocess.Popen(
            [*command, f"--user-data-dir={self.folder.name}", f"--window-size={width},{height}", "about:blank"],
            pass_fds=(theirs, from_them),
            stderr=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
        )
        os.close(theirs)
        os.close(from_them)
        self.stream = os.fdopen(self.back, "rb")
        self.rest = b""
        self.number = 0
        self.session: str | None = None
        self.requests: list[str] = []
        self.loaded = False
        target = next(each for each in self.call("Target.getTargets")["targetInfos"] if each["type"] == "page")
        attached = self.call("Target.attachToTarget", targetId=target["targetId"], flatten=True)
        self.session = attached["sessionId"]
        for domain in ("Page", "Network", "Runtime"):
            self.call(f"{domain}.enable")
        self.call("Emulation.setFocusEmulationEnabled", enabled=True)  # as a window in front of all others

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.process.kill()
        self.process.wait()
        self.stream.close()
        os.close(self.to)
        self.folder.cleanup()

    def call(self, method: str, **arguments: Any) -> Any:
        """What a method of the protocol gives."""
        self.number += 1
        message = {"id": self.number, "method": method, "params": arguments}
        if self.session:
            message["sessionId"] = self.session
        os.write(self.to, json.dumps(message).encode() + b"\0")
        while (answer := self.message()).get("id") != self.number:
            self.heed(answer)
        assert "error" not in answer, answer["error"]
        return answer["result"]

    def message(self) -> dict[str, Any]:
        """The next message of the browser."""
        while b"\0" not in self.rest:
            more = os.read(self.back, 1 << 20)
            assert more, "the browser has ended"
            self.rest += more
        first, _, self.rest = self.rest.partition(b"\0")
        message: dict[str, Any] = json.loads(first)
        return message

    def heed(self, event: dict[str, Any]) -> None:
        """Remember what a message that answers nothing says."""
        if event.get("method") == "Network.requestWillBeSent":
            self.requests.append(event["params"]["request"]["url"])
        self.loaded = self.loaded or event.get("method") == "Page.loadEventFired"

    def open(self, path: Path) -> None:
        """Show a page, and wait until it is loaded."""
        self.requests, self.loaded = [], False
        self.call("Page.navigate", url=path.as_uri())
        while not self.loaded:
            self.heed(self.message())

    def value(self, script: str) -> Any:
        """The value of an expression of JavaScript in the page, JSON; a promise is waited for."""
        done = self.call("Runtime.evaluate", expression=script, returnByValue=True, awaitPromise=True)
        assert "exceptionDetails" not in done, done["exceptionDetails"]
        return done["result"].get("value")

    def point(self, selector: str, click: bool = False) -> None:
        """Move the mouse to the first line of an element, and click there if asked to."""
        corner = f"(e => {{ e.scrollIntoView({{block: 'center'}}); return e.getClientRects()[0].toJSON() }})(document.querySelector({json.dumps(selector)}))"
        box = self.value(corner)
        place = {"x": box["x"] + min(4, box["width"] / 2), "y": box["y"] + box["height"] / 2}
        self.call("Input.dispatchMouseEvent", type="mouseMoved", **place)
        if click:
            for kind in ("mousePressed", "mouseReleased"):
                self.call("Input.dispatchMouseEvent", type=kind, button="left", clickCount=1, **place)

    def press(self, key: str) -> None:
        """Press a key on the keyboard, such as ``ArrowRight``."""
        for kind in ("rawKeyDown", "keyUp"):
            code = {"Tab": 9, "Enter": 13, "Escape": 27}.get(key, 0)
            self.call("Input.dispatchKeyEvent", type=kind, key=key, code=key, windowsVirtualKeyCode=code)

    def emulate(self, dark: bool = False, medium: str = "") -> None:
        """Ask for dark colours, or for the look of a page in print."""
        scheme = {"name": "prefers-color-scheme", "value": "dark" if dark else "light"}
        self.call("Emulation.setEmulatedMedia", media=medium, features=[scheme])

    def picture(self, path: Path, whole: bool = False) -> None:
        """Write what the page looks like to a PNG."""
        data = self.call("Page.captureScreenshot", captureBeyondViewport=whole)["data"]
        path.write_bytes(base64.b64decode(data))
