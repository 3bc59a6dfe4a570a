"""What is said of each kind of problem."""

from __future__ import annotations

from tracker.characters import shown
from tracker.errors import Problem
from tracker.messages import (
    LANGUAGES,
    Texts,
    editing,
    executors,
    fields,
    files,
    imports,
    preview,
    publishing,
    report,
    sheets,
    site,
    system,
    targets,
)

SUBJECTS: dict[str, Texts] = {
    "文件与YAML": files.PROBLEMS,
    "磁盘与权限": system.PROBLEMS,
    "值的写法": fields.PROBLEMS,
    "目标与引文": targets.PROBLEMS,
    "报告原文": report.PROBLEMS,
    "网站与页面": site.PROBLEMS,
    "生成与发布": publishing.PROBLEMS,
    "改动台账": editing.PROBLEMS,
    "表格": sheets.PROBLEMS,
    "导入报告": imports.PROBLEMS,
    "预览": preview.PROBLEMS,
    "多个进程和多台机器": executors.PROBLEMS,
}
PROBLEMS: Texts = {code: texts for part in SUBJECTS.values() for code, texts in part.items()}


def explain(problem: Problem, language: str) -> tuple[str, str]:
    """What was found, and what to write instead."""
    template = PROBLEMS[problem.code][LANGUAGES.index(language)]
    comma = "、" if language == "zh" else ", "
    details = {
        name: comma.join(map(str, value)) if isinstance(value, tuple) else value
        for name, value in problem.details.items()
    }
    found, _, advice = template.partition("\n")
    return shown(found.format(**details)), shown(advice.format(**details))
