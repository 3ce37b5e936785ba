"""The pages in a real browser, offline: tables can be searched, pictures are there, nothing is asked of the net."""

import json
import shutil
import subprocess
import time
from pathlib import Path

import pytest
from websocket import create_connection

from analysis.site.execution import execute_notebooks
from analysis.site.notebooks import read_notebooks
from analysis.site.report import render_page

CHROMIUM = next(
    (found for name in ("chromium", "chromium-browser", "google-chrome") if (found := shutil.which(name))), None
)
pytestmark = pytest.mark.skipif(CHROMIUM is None, reason="no Chromium on this machine")
FLAGS = ["--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
         "--disable-component-update", "--disable-sync", "--host-resolver-rules=MAP * ~NOTFOUND"]  # fmt: skip


class Tab:
    """A page in headless Chromium, over its debugging protocol."""

    def __init__(self, url: str, folder: Path):
        self.process = subprocess.Popen(
            [CHROMIUM, *FLAGS, f"--user-data-dir={folder}", "--remote-debugging-port=0", "--remote-allow-origins=*", "about:blank"],
            stderr=subprocess.DEVNULL,
        )  # fmt: skip
        port_file = folder / "DevToolsActivePort"
        for _ in range(300):
            if port_file.exists() and len(port_file.read_text().splitlines()) == 2:
                break
            time.sleep(0.1)
        port, path = port_file.read_text().splitlines()
        self.socket = create_connection(f"ws://127.0.0.1:{port}{path}", timeout=60)
        self.n, self.events, self.session = 0, [], None
        target = self.call("Target.createTarget", url="about:blank")["targetId"]
        self.session = self.call("Target.attachToTarget", targetId=target, flatten=True)["sessionId"]
        for domain in ("Runtime", "Network", "Page", "Log"):
            self.call(f"{domain}.enable")
        self.call("Page.navigate", url=url)
        self.wait("document.readyState === 'complete'")

    def call(self, method, **params):
        self.n += 1
        message = {"id": self.n, "method": method, "params": params}
        self.socket.send(json.dumps(message | ({"sessionId": self.session} if self.session else {})))
        while True:
            answer = json.loads(self.socket.recv())
            if answer.get("id") == self.n:
                return answer["result"]
            self.events.append(answer)

    def run(self, script):
        return self.call("Runtime.evaluate", expression=script, returnByValue=True)["result"].get("value")

    def wait(self, script):
        for _ in range(200):
            if self.run(script):
                return True
            time.sleep(0.1)
        return False

    def close(self):
        self.socket.close()
        self.process.terminate()
        self.process.wait()


@pytest.fixture(scope="module")
def tab(tmp_path_factory, root):
    folder = tmp_path_factory.mktemp("browser")
    page = execute_notebooks(read_notebooks([root / "notebooks/03_vocabulary.ipynb"]), root / "notebooks")[0]
    (folder / page.file).write_text(render_page(page), encoding="utf-8")
    tab = Tab((folder / page.file).as_uri(), folder / "profile")
    yield tab
    tab.close()


def test_a_table_can_be_searched(tab):
    assert tab.wait("document.querySelectorAll('table.dataTable').length === 3")
    tab.run("""const box = document.querySelector('.dt-search input'); box.value = 'Banditen';
               box.dispatchEvent(new Event('input', {bubbles: true}));""")
    assert tab.wait("document.querySelector('table.dataTable tbody').rows.length < 10")
    shown = tab.run("document.querySelector('table.dataTable tbody').innerText")
    assert "Banditen" in shown and "Friedenstruppen" not in shown


def test_every_picture_is_drawn_and_described(tab):
    sizes = tab.run("[...document.images].map(i => [i.naturalWidth, i.alt.length])")
    assert len(sizes) >= 11 and all(width > 100 and alt > 40 for width, alt in sizes)


def test_nothing_sticks_out_of_the_page(tab):
    assert tab.run("document.documentElement.scrollWidth <= window.innerWidth")


def test_nothing_was_asked_of_the_net_and_nothing_failed(tab):
    asked = [e["params"]["request"]["url"] for e in tab.events if e.get("method") == "Network.requestWillBeSent"]
    assert [url[:60] for url in asked if not url.startswith(("file:", "data:", "blob:"))] == []
    assert [e for e in tab.events if e.get("method") == "Runtime.exceptionThrown"] == []


def test_the_language_of_the_page_and_of_its_quotations_is_said(tab):
    assert tab.run("document.documentElement.lang") == "en"
    assert tab.run("document.querySelectorAll('[lang=de]').length") > 20
