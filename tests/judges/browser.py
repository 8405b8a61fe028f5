"""Chromium without a window, driven over its own pipe (the DevTools protocol): clicks, keys, what is seen, and the printed page.

No other program and no network is needed. ``$CHROMIUM`` names it where it is not found by its usual names.

Example:
    >>> with opened(file) as tab:
    ...     tab.click("#show-done")
    ...     tab.visible(".task.done")
    0
"""

from __future__ import annotations

import json
import os
import select
import shutil
import subprocess
import sys
import tempfile
import time
from base64 import b64decode
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

VARIABLE = "CHROMIUM"
_NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")
_LONGEST = 60.0
_FLAGS = (
    "--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--no-first-run", "--disable-extensions",
    "--disable-background-networking", "--disable-component-update", "--disable-sync", "--remote-debugging-pipe",
)  # fmt: skip
_START = """
import fcntl, os, sys
ends = [fcntl.fcntl(int(end), fcntl.F_DUPFD, 10) for end in sys.argv[1:3]]
for end, wanted in zip(ends, (3, 4)):
    os.dup2(end, wanted)
os.execvp(sys.argv[3], sys.argv[3:])
"""
"""The browser hears at its third and speaks at its fourth descriptor, wherever the ends of the pipes are here."""
_ERRORS = ("Log.entryAdded", "Runtime.consoleAPICalled", "Runtime.exceptionThrown")


class Tab:
    """A page in the browser; ``requests`` are the addresses it asked for, ``complaints`` what its console says."""

    def __init__(self, inlet: int, outlet: int) -> None:
        self._inlet, self._outlet = inlet, outlet
        self._count, self._rest, self._session = 0, b"", ""
        self.requests: list[str] = []
        self.complaints: list[str] = []
        target = self.ask("Target.createTarget", url="about:blank")["targetId"]
        self._session = self.ask("Target.attachToTarget", targetId=target, flatten=True)["sessionId"]
        for domain in ("Page", "Runtime", "Log", "Network"):
            self.ask(f"{domain}.enable")
        self.ask("Emulation.setDeviceMetricsOverride", width=1200, height=1600, deviceScaleFactor=1, mobile=False)

    def ask(self, method: str, **parameters: Any) -> Any:
        """A command of the protocol and its answer."""
        self._count += 1
        message = {"id": self._count, "method": method, "params": parameters} | ({"sessionId": self._session} if self._session else {})
        os.write(self._inlet, json.dumps(message).encode() + b"\0")
        while True:
            heard = self._hear()
            if heard.get("id") == self._count:
                assert "error" not in heard, heard
                return heard["result"]

    def _hear(self) -> dict[str, Any]:
        until = time.monotonic() + _LONGEST
        while b"\0" not in self._rest:
            ready, _, _ = select.select([self._outlet], [], [], max(until - time.monotonic(), 0))
            assert ready, "the browser does not answer"
            read = os.read(self._outlet, 1 << 16)
            assert read, "the browser has ended"
            self._rest += read
        line, _, self._rest = self._rest.partition(b"\0")
        heard: dict[str, Any] = json.loads(line)
        if heard.get("method") == "Network.requestWillBeSent":
            self.requests.append(heard["params"]["request"]["url"])
        elif heard.get("method") in _ERRORS:
            self.complaints.append(json.dumps(heard["params"]))
        return heard

    def open(self, file: Path, *, scripts: bool = False) -> None:
        """Open a file from the disk; without ``scripts`` the page may run none."""
        self.ask("Emulation.setScriptExecutionDisabled", value=not scripts)
        self.ask("Page.navigate", url=file.as_uri())
        until = time.monotonic() + _LONGEST
        while self.value("document.readyState") != "complete" or self.value("location.href") == "about:blank":
            assert time.monotonic() < until, "the page does not load"
            time.sleep(0.02)

    def value(self, script: str) -> Any:
        """What an expression gives; it is the test's, not the page's, so it runs where the page may run none."""
        answer = self.ask("Runtime.evaluate", expression=script, returnByValue=True)
        assert "exceptionDetails" not in answer, answer
        return answer["result"].get("value")

    def click(self, selector: str) -> None:
        """Press and release the mouse in the middle of an element."""
        found = json.dumps(selector)
        self.value(f"document.querySelector({found}).scrollIntoView({{block: 'center', behavior: 'instant'}})")
        box = self.value(f"(({{x, y, width, height}}) => [x + width / 2, y + height / 2])(document.querySelector({found}).getBoundingClientRect())")
        for kind in ("mousePressed", "mouseReleased"):
            self.ask("Input.dispatchMouseEvent", type=kind, x=box[0], y=box[1], button="left", clickCount=1)

    def press(self, key: str, code: int) -> None:
        """Press a key, by its name and its number."""
        text = {"text": " "} if key == " " else {}
        for kind in ("keyDown", "keyUp"):
            self.ask("Input.dispatchKeyEvent", type=kind, key=key, windowsVirtualKeyCode=code, **(text if kind == "keyDown" else {}))

    def visible(self, selector: str) -> int:
        """How many elements of a kind are to be seen."""
        return int(self.value(f"[...document.querySelectorAll({json.dumps(selector)})].filter(e => e.getClientRects().length).length"))

    def says(self) -> str:
        """The words of the page that are to be seen."""
        return str(self.value("document.body.innerText"))

    def pdf(self) -> bytes:
        """The page as it is printed."""
        answer = self.ask("Page.printToPDF", printBackground=False, preferCSSPageSize=False, paperWidth=8.27, paperHeight=11.69)
        return b64decode(answer["data"])


def program() -> str | None:
    """The browser, if there is one that can be driven."""
    if sys.platform == "win32":  # its pipe is another
        return None
    return os.environ.get(VARIABLE) or next(filter(None, map(shutil.which, _NAMES)), None)


@contextmanager
def browser() -> Iterator[Tab]:
    """An empty tab of a browser with a profile of its own."""
    found = program()
    if found is None:
        pytest.skip(f"needs Chromium, which is not here: install it, or name it in {VARIABLE}")
    to_read, inlet = os.pipe()
    outlet, to_write = os.pipe()
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as profile:
        call = [sys.executable, "-c", _START, f"{to_read}", f"{to_write}", found, *_FLAGS, f"--user-data-dir={profile}"]
        process = subprocess.Popen(call, pass_fds=(to_read, to_write), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        os.close(to_read)
        os.close(to_write)
        try:
            yield Tab(inlet, outlet)
        finally:
            os.close(inlet)  # the browser ends with its pipe
            os.close(outlet)
            try:
                process.wait(10)
            except subprocess.TimeoutExpired:
                process.kill()
                process.wait()


@contextmanager
def opened(file: Path) -> Iterator[Tab]:
    """A file in a browser."""
    with browser() as tab:
        tab.open(file)
        yield tab


# --- Colours


def too_faint(tab: Tab, scheme: str) -> object:
    """What has less contrast than 4.5 to 1 to what is behind it, in a "light" or "dark" scheme (WCAG 2.2, 1.4.3)."""
    tab.ask("Emulation.setEmulatedMedia", features=[{"name": "prefers-color-scheme", "value": scheme}])
    try:
        return tab.value(_CONTRASTS)
    finally:
        tab.ask("Emulation.setEmulatedMedia", features=[])


_CONTRASTS = """
(() => {
  const light = c => { const [r, g, b] = c.map(v => (v /= 255) <= .03928 ? v / 12.92 : ((v + .055) / 1.055) ** 2.4); return .2126 * r + .7152 * g + .0722 * b; };
  const parts = c => c.match(/[\\d.]+/g).map(Number);
  const behind = e => { for (; e; e = e.parentElement) { const c = parts(getComputedStyle(e).backgroundColor); if (c.length < 4 || c[3] > 0) return c; } return [255, 255, 255]; };
  const texts = [...document.querySelectorAll('body *')].filter(e => e.getClientRects().length && [...e.childNodes].some(n => n.nodeType == 3 && n.data.trim()));
  const ratio = e => { const [a, b] = [light(parts(getComputedStyle(e).color).slice(0, 3)), light(behind(e).slice(0, 3))].sort((x, y) => y - x); return (a + .05) / (b + .05); };
  return texts.filter(e => ratio(e) < 4.5).map(e => e.outerHTML.slice(0, 80) + ratio(e));
})()
"""
