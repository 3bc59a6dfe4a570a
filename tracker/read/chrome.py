"""Which rows are the page's furniture and not the report: buttons, mastheads, link lists, copies."""

from __future__ import annotations

import re
from collections.abc import Sequence

from tracker.lazy import regex
from tracker.read.ordinals import Mark, ordinal_at
from tracker.read.rows import Row

# 2023年4月18日/星期二 责任编辑 关凝森/美编 荆星星
MASTHEAD = regex(r"(?=.{0,40}\d{4}年\d{1,2}月\d{1,2}日).{0,80}(责任编辑|美编|校对)")
# (上接04版) · ▲下转第二版
JUMP = regex(r"[（(]?[▲△▼■]?\s*(上接|下转|紧接)第?[\dA-Z一二三四五六七八九十]+版.{0,4}[)）]?$")

FURNITURE: tuple[re.Pattern[str], ...] = (
    # 打印 · 加大 · 关闭窗口 · Public domain
    regex(
        r"(下载|打印|全屏|收藏|返回|关闭|分享|复制|纠错|加大|还原|减小|大|中|小|】|繁体|简体|无障碍|评论"
        r"|朗读|打印(本页|此页|文章)|关闭(窗口|本页)|收藏本页|(返回|回到)(顶部|首页)|字号|正文|Public domain"
        r"|false|true)[：:]?(\s+(下载|打印|全屏|收藏|返回|关闭|分享|大|中|小))*$",
        re.IGNORECASE,
    ),
    # 【字号： · 字体：大 中 小 · 【打印】【关闭】
    regex(
        r"【?\s*(字号|字体|大\s*中\s*小)[：:\s].{0,20}$|(【(打印|关闭|收藏|返回|下载|纠错)[^】]*】\s*)+$"
    ),
    # 当前位置：首页 > 政务公开 · 分享到：
    regex(
        r"(您?(现在|当前)的?(所在)?位置|首页\s*[>＞»]|分享(到|至)?\s*[:：]|扫一扫|用手机(打开|查看)).{0,80}$"
    ),
    # 责任编辑：某某 · 来源：某日报 · 发布时间：2031-02-01 · 浏览次数：12
    regex(
        r"【?(责任编辑|编辑|责编|美编|校对|审核|信息来源|文章来源|来源|稿源|作者|(发布|发文|成文|更新)?(时间|日期)"
        r"|浏览(次数|量)?|阅读(次数|量)?|点击(次数|量|数)?|访问量|索引号|文号|发布(机构|单位)|发文(单位|机关)|报告人"
        r"|来源URL|标题|正文|内容摘要|摘要|关键词|主办(单位)?|承办(单位)?|网站标识码|\d*评论)\s*[：:].{0,160}$",
        re.IGNORECASE,
    ),
    # 上一篇：某县工作报告 · 相关链接>> · 本栏最新
    regex(
        r"(上一[篇条]|下一[篇条]|相关(文章|新闻|链接|附件|阅读|报道|推荐|稿件)|本栏(最新|推荐)|(阅读|点击)排行|热门"
        r"|标签云|延伸阅读|推荐阅读|版权(所有|声明)|(网站)?主办单位|.{0,8}ICP备|Copyright)\S{0,6}\s*[：:>＞]*.{0,60}$",
        re.IGNORECASE,
    ),
    # https://… · 某某@某处
    regex(r"(https?://|www\.)\S+$|\S[^\s@]*@\S[^\s.]*\.\S+$"),
    # 2031-02-01 · 2031年2月1日 08:30 · 02-01
    regex(
        r"(\d{4}[-/.年]\d{1,2}[-/.月]\d{1,2}日?|\d{2}-\d{2})((\s*星期.)?\s*\d{1,2}[:：时]\d{2}(分|:\d\d)?)?(\s*星期.)?\s*$"
    ),
    # 第3页 共20页 · — 3 — · 3/20
    regex(
        r"第\s*\d{1,3}\s*页([\s,，/／共]*\d{1,3}\s*页)?$|[-—－–·]+\s*\d{1,3}\s*[-—－–·]+$|\d{1,3}\s*[/／]\s*\d{1,3}$"
    ),
    # 图为某某广场。某某 摄 · （记者 某某 摄）
    regex(
        r"([（(]?图[为①②③④]).{2,80}$|[▲▼△][^。；！]{2,80}。?$|.{0,60}(记者|通讯员)?\s*\S{2,4}\s*(摄|[/／]摄|[/／]图)[)）]?$"
    ),
    # ———— · ***
    regex(r"[-=_*·~—─…\s]{3,}$"),
    # 12 (a counter of the page) · ab0652…
    regex(r"[\d０-９]{1,6}$|[a-f0-9]{24,}[：:]?$"),
)
SALUTATION = regex(
    r"(各位(人大)?(代表|委员|同志)|尊敬的各位|同志们|主席团|主任[、，]).{0,20}[：:！!，,]|现在，?我(受|谨?代表)"
)
# 某县2031年政府工作报告 · 政府工作报告（摘要）
TITLE = regex(r"\S{0,30}工作报告([(（].{1,12}[)）])?$")
# ——2031年1月5日在某县第九届人民代表大会第三次会议上 · 某县人民政府县长 某某
BYLINE = regex(
    r"(—+|-+|─+)?.{0,12}[\d二][\d〇○零一二]{3}年.{1,8}日.{0,3}在.{4,50}(会议|大会|上)[)）]?$"
    r"|.{0,24}(人民政府|国务院)?.{0,6}(省长|市长|县长|区长|州长|镇长|主席|总理|旗长|盟长)[\s\u3000]*\S{0,6}(\s\S{1,3})?$"
)
TAIL = regex(
    r"【?(责任编辑|编辑[：:]|分享(到|至)?[：:]|上一[篇条]|下一[篇条]|相关(文章|新闻|链接|附件|阅读|报道|推荐|稿件)"
    r"|本栏(最新|推荐)|扫一扫|打印(本页|此页)?$|关闭(窗口)?$|版权所有|主办单位|本作品(是|在|来自)|Copyright|返回顶部)"
)
LABEL = regex(r"(内容)?(摘要|提要|导读|简介)\s*[：:]?$")
CUT_OFF = ("…", "...", "。。。")
PROSE = 200  # a row of this length is the report's own


def is_furniture(text: str) -> bool:
    return len(text) <= PROSE and any(pattern.match(text) for pattern in FURNITURE)


def head_of(rows: Sequence[Row]) -> int:
    """How many rows stand before the salutation; 0 where none is near the beginning."""
    read = 0
    for place, row in enumerate(rows[:80]):
        if SALUTATION.match(row.text):
            return place
        prose = len(row.text) > PROSE and not row.text.endswith(CUT_OFF)
        if prose and not LABEL.match(rows[place - 1].text if place else ""):
            return 0
        read += len(row.text)
        if read > 3000:
            return 0
    return 0


def is_report(text: str) -> bool:
    """Whether a row after the supposed end can only be the report's own."""
    ordinal = ordinal_at(text)
    numbered = bool(ordinal and ordinal.mark in (Mark.HAN, Mark.HAN_BRACKET))
    return numbered or (len(text) > 60 and text[-1] in "。！")


def tail_of(rows: Sequence[Row]) -> int:
    """From which row on there are only buttons, links and notices."""
    tail = len(rows)
    total = sum(len(row.text) for row in rows)
    read = 0
    for place in range(len(rows) - 1, -1, -1):
        text = rows[place].text
        read += len(text)
        if len(text) > 2 * PROSE or read > total / 2 or is_report(text):
            break
        if TAIL.match(text):
            tail = place
    return tail
