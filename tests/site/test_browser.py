"""The pages in a real browser, from disk and offline: nothing fails, nothing is asked of the net, every link leads somewhere."""

import os
import re
import shutil
import zipfile
from pathlib import Path
from urllib.parse import unquote

import nbformat
import pytest
from studies import make_study

from analysis import open_study
from analysis.site.report import make_report

CHROMIUM = next(
    (found for name in ("chromium", "chromium-browser", "google-chrome") if (found := shutil.which(name))), None
)
NEEDED = bool(os.environ.get("LESARTEN_REQUIRE_BROWSER"))
pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(CHROMIUM is None and not NEEDED, reason="no Chromium on this machine"),
]
OPEN_ALL = "document.querySelectorAll('details').forEach(d => { d.open = true })"
# A notebook that puts a study's own words into everything that a page is made of.
PROBE = """from analysis import open_study
from analysis.counting.lengths import measure_lengths
from analysis.counting.terms import count_terms, pick_contrast
from analysis.showing.charts import plot_lengths
from analysis.showing.charts_terms import plot_terms
from analysis.showing.chart_look import show
from analysis.showing.sentences import say
from analysis.showing.html_tables import show_table
study = open_study()
articles = study.groups()
lengths = measure_lengths(articles, study.paragraphs, study.sentences, study.tokens)
counts = count_terms(study.terms, study.tokens, articles)"""
CELLS = [
    "show(plot_lengths(lengths, title=study.file.study.title), lengths, name=study.file.study.title, note=study.note)",
    "say(*articles['label'], study.file.study.question, *articles['outlet'])",
    "show_table(articles.drop(columns='text').rename(columns={'section': articles['title'].iloc[0]}), search=True)",
    "show_table(study.quotes, german=('text',), search=True, caption=study.file.study.title)",
    "contrast = study.contrasts[0]\n"
    "show(plot_terms(pick_contrast(counts, contrast), title=contrast.question), counts, name='terms', note=study.note)",
    "study.read(articles['article_id'].iloc[0])",
]


@pytest.fixture(scope="module")
def site(tmp_path_factory, root) -> Path:
    return make_report(open_study(root), tmp_path_factory.mktemp("shipped") / "site").parent


@pytest.fixture(scope="module")
def hostile(tmp_path_factory) -> Path:
    folder = make_study("hostile", tmp_path_factory.mktemp("hostile"))
    (folder / "notebooks").mkdir(exist_ok=True)
    title = nbformat.v4.new_markdown_cell("# Probe\n\n> What is shown?\n\n## Everything")
    cells = [title, nbformat.v4.new_code_cell(PROBE), *map(nbformat.v4.new_code_cell, CELLS)]
    for name in ("00_first", "01_second"):
        nbformat.write(nbformat.v4.new_notebook(cells=cells), folder / f"notebooks/{name}.ipynb")
    return make_report(open_study(folder), folder / "site").parent


@pytest.fixture(scope="module")
def browser(site, hostile):
    """Start a browser once the sites are made: its driver keeps the thread's event loop to itself."""
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        running = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        yield running
        running.close()


class Tab:
    """A page with a ledger of what went wrong in it and what it asked for."""

    def __init__(self, browser, path: Path, query: str = "", **options):
        self.context = browser.new_context(**{"viewport": {"width": 1280, "height": 900}, **options})
        self.page, self.wrong, self.asked = self.context.new_page(), [], []
        self.page.on("console", lambda message: self.wrong.append(message.text) if message.type == "error" else None)
        self.page.on("pageerror", lambda error: self.wrong.append(str(error)))
        self.page.on("dialog", lambda dialog: (self.wrong.append(f"dialog {dialog.message}"), dialog.dismiss()))
        self.page.on("request", lambda request: self.asked.append(request.url))
        self.page.goto(path.as_uri() + query)

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.context.close()


def pages_of(site: Path) -> list[Path]:
    return sorted(site.glob("*.html"))


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [360, 1280])
def test_every_page_is_sound(browser, site, width, scheme):
    from axe_playwright_python.sync_playwright import Axe

    for path in pages_of(site):
        with Tab(browser, path, viewport={"width": width, "height": 900}, color_scheme=scheme) as tab:
            tab.page.evaluate(OPEN_ALL)
            assert tab.page.evaluate("document.documentElement.scrollWidth") <= width, path.name
            result = Axe().run(tab.page).response
            assert len(result["passes"]) > 10  # it did look
            assert [(v["id"], v["nodes"][0]["html"][:200]) for v in result["violations"]] == [], path.name
            assert tab.wrong == [] and all(url.startswith(("file:", "data:", "blob:")) for url in tab.asked), path.name


def test_every_link_leads_somewhere(site):
    anchors = {path.name: set(re.findall(r'\bid="([^"]+)"', path.read_text("utf-8"))) for path in pages_of(site)}
    n = 0
    for path in pages_of(site):
        for link in re.findall(r'<a [^>]*?href="([^"]+)"', path.read_text("utf-8")):
            name, _, anchor = unquote(link).partition("#")
            assert not link.startswith(("http", "javascript", "data:")) or link.startswith("https://"), link
            if not link.startswith("http"):
                assert (site / (name or path.name)).is_file(), f"{path.name}: {link}"
                for file, place in places_of(name or path.name, anchor):
                    assert place in anchors[file], f"{path.name}: {link}"
                    n += 1
    assert n > 500


def places_of(name: str, anchor: str) -> list[tuple[str, str]]:
    """List the pages and anchors that a link leads to: one, or the sentences of a count, ``s3,5;004:2,7;+31``."""
    if not re.match(r"s\d+[,;]", anchor):
        return [(name, anchor)] if anchor else []
    first, *others = [piece for piece in anchor.split(";") if not piece.startswith("+")]
    pieces = [(name, first[1:]), *((f"text-{ident}.html", own) for ident, _, own in (o.partition(":") for o in others))]
    return [(file, f"s{number}") for file, own in pieces for number in own.split(",")]


def test_a_count_marks_its_sentences_and_leads_on_to_the_next_text(browser, site):
    """Three sentences, two texts: two are lit here, the way leads to the third, and from there back."""
    with Tab(browser, site / "text-003.html", "#s4,6;000:2;+5") as tab:
        lit = "[...document.querySelectorAll('.lit')].map(e => e.id)"
        assert tab.page.evaluate(lit) == ["s4", "s6"]
        said = tab.page.locator(".walk").inner_text()
        assert "Sentence 1 of the 2" in said and "1 in another text" in said and "5 more are not listed" in said
        tab.page.get_by_role("button", name="Next sentence").click()
        assert "Sentence 2 of the 2" in tab.page.locator(".walk").inner_text()
        tab.page.locator(".walk a").click()
        assert tab.page.url.endswith("text-000.html#s2;003:4,6;+5") and tab.page.evaluate(lit) == ["s2"]
        assert tab.wrong == []


def test_pages_are_light(site):
    sizes = {path.name: path.stat().st_size for path in pages_of(site)}
    assert max(sizes.values()) <= 250_000, sizes
    assert sum(sizes.values()) <= 3_000_000
    assert all(20_000 <= size <= 60_000 for name, size in sizes.items() if name.startswith("text-")), sizes


def test_no_page_names_the_machine_or_a_librarys_warning(site, root):
    for path in [*pages_of(site), *site.glob("charts/*.csv"), *site.glob("charts/*.svg")]:
        text = path.read_text("utf-8")
        assert str(root) not in text and not re.search(r"/(?:home|Users|tmp|root)/|\w+Warning:|site-packages", text), (
            path.name
        )


def test_a_table_is_searched_sorted_and_paged_by_keyboard(browser, site):
    with Tab(browser, site / "04_quoted_actors.html") as tab:
        tab.page.evaluate(OPEN_ALL)
        box = tab.page.locator(".searchable").last
        rows = box.locator("tbody tr:visible").all_inner_texts
        first = rows()
        assert len(first) == 10
        box.locator("thead button").first.focus()
        tab.page.keyboard.press("PageDown")
        assert rows() != first and box.locator("[role=status]").inner_text().startswith("11–20 of ")
        tab.page.keyboard.press("ArrowRight")
        tab.page.keyboard.press("Enter")
        tab.page.wait_for_selector("th[aria-sort]")
        cells = [row.split("\t")[1] for row in rows()]
        assert cells == sorted(cells, key=str.lower) or cells == sorted(cells, key=str.lower, reverse=True)
        box.locator("input").fill("Tokajew")
        assert rows() and all("Tokajew" in row for row in rows())


def test_without_scripts_every_row_and_the_whole_text_are_there(browser, site):
    with Tab(browser, site / "04_quoted_actors.html", java_script_enabled=False) as tab:
        html = tab.page.content()
        assert "hidden" not in re.sub(r"<style>.*?</style>|<script>.*?</script>|aria-hidden", "", html, flags=re.S)
    with Tab(browser, site / "text-003.html", "#s3", java_script_enabled=False) as tab:
        assert tab.page.locator("#s3").is_visible() and tab.page.locator(".note").first.is_visible()
        tab.page.locator(".layers input").nth(1).click()
        assert not tab.page.locator(".note").first.is_visible()


def test_layers_by_key_are_kept_in_the_address_and_go_along_to_the_next_text(browser, site):
    with Tab(browser, site / "text-003.html") as tab:
        assert tab.page.locator(".note").first.is_visible()
        tab.page.keyboard.press("2")
        assert not tab.page.locator(".note").first.is_visible() and "turned=q" in tab.page.url
        tab.page.locator("a[rel=next]").click()
        assert not tab.page.locator(".layers .l-q").is_checked() and tab.page.locator(".layers .l-v").is_checked()


def test_a_mark_says_its_note_by_arrow_and_by_tap(browser, site):
    with Tab(browser, site / "text-003.html", viewport={"width": 360, "height": 800}, has_touch=True) as tab:
        mark = tab.page.locator("article .t[title]").first
        note = mark.get_attribute("title")
        mark.tap()
        assert tab.page.locator(".info").inner_text() == note
        tab.page.keyboard.press("ArrowRight")
        assert tab.page.locator(".info").inner_text() not in ("", note)


def test_a_link_to_a_sentence_lights_it(browser, site):
    with Tab(browser, site / "text-003.html", "#s4") as tab:
        lit = tab.page.locator("#s4").evaluate("e => getComputedStyle(e).backgroundColor")
        assert lit != tab.page.locator("#s5").evaluate("e => getComputedStyle(e).backgroundColor")


def test_a_table_and_a_text_are_one_tab_stop(browser, site):
    with Tab(browser, site / "text-003.html") as tab:
        assert (
            tab.page.evaluate("[...document.querySelectorAll('article [title]')].filter(e => e.tabIndex === 0).length")
            == 1
        )
        assert tab.page.evaluate("[...document.querySelectorAll('.map a')].filter(e => e.tabIndex === 0).length") == 1


def test_every_chart_and_table_has_a_name_and_one_tab_stop_and_arrows_move_inside(browser, site):
    """A table to search has two: its search field and the rest."""
    stops = """kind => [...document.querySelectorAll(kind)].filter(e => e.tagName !== 'TABLE' || !e.closest('.searchable'))
        .map(e => [e, ...e.querySelectorAll('a[href],button,input')].filter(x => x.tabIndex === 0).length)"""
    for path in pages_of(site):
        with Tab(browser, path) as tab:
            tab.page.evaluate(OPEN_ALL)
            tab.page.wait_for_timeout(100)  # tables that were folded get their controls
            assert set(tab.page.evaluate(stops, "table")) <= {0, 1}, path.name
            assert set(tab.page.evaluate(stops, ".pic")) <= {1} and set(tab.page.evaluate(stops, ".searchable")) <= {2}
            named = "[...document.querySelectorAll('table')].every(t => t.caption?.textContent.trim())"
            assert tab.page.evaluate(named), path.name
    with Tab(browser, site / "03_vocabulary.html") as tab:
        links = tab.page.locator("table").first.locator("a[href]")
        links.first.focus()
        tab.page.keyboard.press("ArrowDown")
        assert links.nth(1).evaluate("e => e === document.activeElement && e.tabIndex === 0")


def test_downloads_are_whole(site):
    stems = {path.stem for path in site.glob("charts/*.svg")}
    assert stems and stems == {p.stem for p in site.glob("charts/*.png")} == {p.stem for p in site.glob("charts/*.csv")}
    with zipfile.ZipFile(site / "tables.zip") as archive:
        assert archive.testzip() is None and {"README.md", "tokens.csv", "quotes.csv"} <= set(archive.namelist())


def test_nothing_of_a_hostile_study_runs(browser, hostile):
    for path in pages_of(hostile):
        with Tab(browser, path) as tab:
            tab.page.evaluate(OPEN_ALL)
            tab.page.wait_for_timeout(50)
            assert tab.wrong == [], path.name
            assert tab.page.locator("img").count() == 0 and tab.page.locator("script").count() <= 2, path.name
            assert tab.page.locator("a[href^=javascript]").count() == 0, path.name
            assert all(url.startswith(("file:", "data:")) for url in tab.asked), path.name
    for path in [*hostile.glob("charts/*.svg")]:
        assert "<script" not in path.read_text("utf-8"), path.name


def test_what_a_hostile_study_says_is_shown_as_text(browser, hostile):
    with Tab(browser, hostile / "index.html") as tab:
        shown = tab.page.locator("body").inner_text()
        assert "<script>alert('x')</script>" in shown and "{{ study.title }}" in shown and "onerror=alert(1)" in shown
