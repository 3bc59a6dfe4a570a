"""The same site for Hugo: one content file for each page, or the records as JSON."""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

import yaml

from bench.peers.published import Json, Published, blocks
from tracker.render import labels

HUGO = Path(__file__).parent.parent / "hugo"
KINDS = {"final": "最终数", "preliminary": "初步数", "estimate": "估计数"}
AROUND = 12  # characters before and after a number
SEQUELS = {"continued": "下一年继续", "silent": "下一年没有提到"}
OTHER_PAGES = {
    "overview": "全貌",
    "updates": "动态",
    "deadlines": "时限",
    "search": "搜索",
    "data": "数据",
    "corrections": "更正与报错",
    "offline": "离线阅读",
}
NAVIGATION = (
    ("首页", "/index.html", ""),
    ("目标", "/targets/index.html", "targets"),
    ("全貌", "/overview.html", "overview"),
    ("动态", "/updates.html", "updates"),
    ("方法", "/method.html", "method"),
    ("关于", "/about.html", "about"),
)


def write_content_files(site: Published, content: Path, folder: Path) -> None:
    """What somebody who uses Hugo would do: `content/targets/ID.md` and so on."""
    write_common(site, content, folder)
    write_outputs(folder, "targets", ["html", "atom"])
    write_outputs(folder, "report", ["html", "printed", "coverage", "data"])
    for name, page in pages(site):
        write(folder / "content" / f"{name}.md", front(page))


def write_fed_from_json(site: Published, content: Path, folder: Path) -> None:
    """`_content.gotmpl` makes the pages of targets and reports from one file for each report."""
    write_common(site, content, folder)
    write_outputs(folder, "targets", ["html", "atom"])
    write_outputs(folder, "report", ["html", "printed", "coverage", "data"])
    for name in ("targets", "report"):
        adapter = folder / "content" / name / "_content.gotmpl"
        shutil.copy(HUGO / "adapters" / f"{name}.gotmpl", adapter)
    for report in site.reports:
        rows = [target_page(site, target) for target in site.of_report[report["report"]]]
        document = {"report": report_page(site, report), "targets": rows}
        write(folder / "assets" / "reports" / f"{report['report']}.json", compact(document))


def pages(site: Published) -> Iterator[tuple[str, Json]]:
    for target in site.targets:
        yield f"targets/{target['id']}", target_page(site, target)
    for report in site.reports:
        yield f"report/{report['report']}", report_page(site, report)


def write_common(site: Published, content: Path, folder: Path) -> None:
    shutil.copytree(HUGO / "layouts", folder / "layouts")
    write(folder / "hugo.yaml", (HUGO / "hugo.yaml").read_text("utf-8") + settings(site, content))
    write(folder / "data" / "labels.json", compact(label_words()))
    write(folder / "data" / "seals.json", compact(site.seals))
    write(folder / "data" / "recent.json", compact(site.recent))
    copy_static(site, folder / "static")
    write_terms(site, folder / "content")
    for path in sorted(content.glob("*.md")):
        if path.stem not in {report["report"] for report in site.reports}:
            shutil.copy(path, folder / "content" / path.name)
    for name, title in OTHER_PAGES.items():
        write(folder / "content" / f"{name}.md", front({"title": title, "layout": layout(name)}))


def layout(name: str) -> str:
    return name if (HUGO / "layouts" / f"{name}.html").exists() else "page"


def settings(site: Published, content: Path) -> str:
    own = yaml.safe_load((content / "site.yaml").read_text("utf-8"))
    first = site.reports[0]
    params = {
        "tagline": own["tagline"],
        "region": own["region"],
        "as_of": first["as_of"],
        "rules_version": first["rules_version"],
        "search_scope": own["search_scope"],
        "navigation": [
            {"label": label, "href": href, "section": section}
            for label, href, section in NAVIGATION
        ],
        "more": [{"label": label, "href": f"/{name}.html"} for name, label in OTHER_PAGES.items()],
    }
    return yaml.safe_dump({"title": own["title"], "params": params}, allow_unicode=True)


def label_words() -> Json:
    statuses = labels.STATUSES
    return {
        "statuses": {one.status: {"label": one.label, "meaning": one.meaning} for one in statuses},
        "types": {key: {"label": word} for key, word in labels.TYPES.items()},
        "flags": {
            key: {"label": word, "meaning": labels.FLAG_MEANINGS[key]}
            for key, word in labels.FLAGS.items()
        },
        "tiers": {"none": "无", **labels.TIERS},
        "confidences": dict(labels.CONFIDENCES),
        "kinds": KINDS,
        "sequels": SEQUELS,
    }


def copy_static(site: Published, folder: Path) -> None:
    """The style and the scripts of ours, but for those of the search; reports as printed."""
    for path in sorted((site.folder / "assets").iterdir()):
        if path.is_file() and not path.name.startswith("search"):
            folder.joinpath("assets").mkdir(parents=True, exist_ok=True)
            shutil.copy(path, folder / "assets")
    for path in sorted((site.folder / "report").glob("*.txt")):
        folder.joinpath("report").mkdir(parents=True, exist_ok=True)
        shutil.copy(path, folder / "report")


def write_outputs(folder: Path, section: str, outputs: list[str]) -> None:
    titles = {"targets": "全部目标", "report": "报告"}
    cascade = {"target": {"kind": "page"}, "outputs": outputs}
    page: Json = {"title": titles[section], "cascade": [cascade]}
    if section == "report":
        page["build"] = {"render": "never"}  # ours lists the reports on the home page
    write(folder / "content" / section / "_index.md", front(page))


def write_terms(site: Published, folder: Path) -> None:
    """Chapters, statuses, types and days have titles that are not their addresses."""
    for name, page in dict(terms(site)).items():
        write(folder / name / "_index.md", front(page))


def terms(site: Published) -> Iterator[tuple[str, Json]]:
    for target in site.targets:
        place, at = target["place"], site.chapter_of(target)
        page = {"title": place["section_titles"][at], "anchor": place["sections"][at]}
        yield f"sections/{chapter(site, target)}", page
    for status in labels.STATUSES:
        yield f"status/{status.status}", {"title": status.label}
    for type_, word in labels.TYPES.items():
        yield f"types/{type_}", {"title": word}
    for day in {target["deadline"] for target in site.targets if target["deadline"]}:
        year, month, date = map(int, day.split("-"))
        yield f"deadlines/{day}", {"title": f"{year}年{month}月{date}日"}
    yield "deadlines/none", {"title": "报告未给出日期"}


# --- pages ----------------------------------------------------------------------------------------


def target_page(site: Published, target: Json) -> Json:
    return {
        "title": target["title"],
        "weight": site.positions[target["id"]],
        "aliases": [f"/targets/{name}.html" for name in target["formerly"]],
        **facets(site, target),
        "year": site.years[target["report"]],
        "family": target["family"] if len(target["family"]) > 1 else [],
        "passage": passage(site, target),
        "events": site.events.get(target["id"], []),
        "target": without_empty(target),
    }


def chapter(site: Published, target: Json) -> str:
    return f"{target['report']}-{target['place']['sections'][site.chapter_of(target)]}"


def facets(site: Published, target: Json) -> Json:
    return {
        "sections": [chapter(site, target)],
        "status": target["judgement"]["status"],
        "types": [target["type"]],
        "places": target["places"],
        "topics": target["topics"],
        "agencies": list(dict.fromkeys([*target["lead"], *target["support"]])),
        "deadlines": [target["deadline"] or "none"],
    }


def passage(site: Published, target: Json) -> Json:
    """The paragraph of the quote, cut where the quote begins and ends."""
    place = target["place"]
    before = after = marked = ""
    for sentence in site.paragraphs.get((target["report"], place["sentence"]), []):
        if sentence["id"] == place["sentence"]:
            text = sentence["text"]
            before += text[: place["start"]]
            marked = text[place["start"] : place["end"]]
            after = text[place["end"] :]
        elif marked:
            after += sentence["text"]
        else:
            before += sentence["text"]
    return {"before": before, "marked": marked or target["quote"], "after": after}


def report_page(site: Published, report: Json) -> Json:
    name = report["report"]
    targets = site.of_report.get(name, [])
    return {
        "title": report["report_title"],
        "id": name,
        "weight": -report["year"],
        "body": report["body"],
        "printed_on": report["published"] or "",
        "targets": [target["id"] for target in targets],
        "statuses": sorted({target["judgement"]["status"] for target in targets}),
        "chapters": list(dict.fromkeys(chapter(site, target) for target in targets)),
        "blocks": list(marked_blocks(site, report)),
        "numerals": list(numerals(site, report)),
        "printed": (site.folder / "report" / f"{name}.txt").read_text("utf-8"),
    }


def marked_blocks(site: Published, report: Json) -> Iterator[Json]:
    """Sentences with the words of their targets apart; a chapter's heading knows its chapter."""
    quoted: dict[str, list[Json]] = {}
    for target in site.of_report.get(report["report"], []):
        quoted.setdefault(target["place"]["sentence"], []).append(target)
    for block in blocks(report):
        sentences = [marked_sentence(one, quoted.get(one["id"], [])) for one in block["sentences"]]
        name = f"{report['report']}-{block['sentences'][0]['id']}"
        named = {"chapter": name} if block["level"] and name in site.chapters else {}
        yield {"level": block["level"], **named, "sentences": sentences}


def numerals(site: Published, report: Json) -> Iterator[Json]:
    """Each number with the words around it, and the target or the reason it stands for."""
    texts = {one["id"]: one["text"] for block in blocks(report) for one in block["sentences"]}
    for row in site.numerals.get(report["report"], []):
        if row["sentence"] in texts:
            text, start, end = texts[row["sentence"]], row["start"], row["end"]
            reason = row["not_target"] or {}
            found = {
                "sentence": row["sentence"],
                "before": text[max(0, start - AROUND) : start],
                "text": row["text"],
                "after": text[end : end + AROUND],
                "target": row["target"],
                "kind": reason.get("label", ""),
                "note": reason.get("note", ""),
            }
            yield without_empty(found)


def marked_sentence(sentence: Json, targets: Iterable[Json]) -> Json:
    text, at = sentence["text"], 0
    runs: list[Json] = []
    for target in sorted(targets, key=lambda one: one["place"]["start"]):
        place = target["place"]
        if place["start"] < at:
            runs.append({"text": "", "target": target["id"]})  # words that another one has, too
            continue
        runs += [{"text": text[at : place["start"]]}] if place["start"] > at else []
        runs.append({"text": text[place["start"] : place["end"]], "target": target["id"]})
        at = place["end"]
    runs += [{"text": text[at:]}] if runs and at < len(text) else []
    own = {name: sentence[name] for name in ("id", "text", "line")}
    ordinal = {"ordinal": sentence["ordinal"]} if sentence.get("ordinal") else {}
    return {**own, **ordinal, **({"runs": runs} if runs else {})}


# --- files ----------------------------------------------------------------------------------------


def without_empty(value: Any) -> Any:
    """As an editor writes it: what is not so is left out; 0 and false stay."""
    if isinstance(value, Mapping):
        kept = {name: without_empty(one) for name, one in value.items()}
        return {name: one for name, one in kept.items() if one not in (None, "", [], {})}
    return [without_empty(one) for one in value] if isinstance(value, list) else value


def front(page: Json) -> str:
    """As JSON, which Hugo reads fastest, with a line for each name."""
    dumped = ((name, json.dumps(value, ensure_ascii=False)) for name, value in page.items())
    lines = ",\n".join(f'"{name}": {value}' for name, value in dumped)
    return f"{{\n{lines}\n}}\n"


def compact(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, "utf-8")
