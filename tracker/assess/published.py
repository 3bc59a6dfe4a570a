"""The rules in words, as the code applies them, for the method page."""

from __future__ import annotations

from tracker.assess.defaults import (
    COUNT_TOLERANCE,
    PERIODS,
    RATE_TOLERANCE,
    RELEASE_LAG,
    STALE_AFTER,
    VERSION,
)
from tracker.assess.flags import FLAGS
from tracker.assess.rules import RULES
from tracker.assess.wording import plain
from tracker.model import Bound, Period, Rules, Type

TYPES: tuple[tuple[Type, str], ...] = (
    (Type.CUMULATIVE, "完成的份额与时间份额相比，按天均匀计算，有进度安排的按安排；数值明确为零的为未启动"),
    (Type.LEVEL, "已达到的为目前达标；否则（数值−基期值）÷（目标值−基期值）与时间份额相比，缺基期值的不判快慢"),
    (Type.GROWTH, "累计增速直接与目标相比，不按时间分摊：达到为目前达标，否则为欠序时；时限之后的增速属于别的期间，不用"),
    (Type.LIMIT, "目前在限度之内为目前达标，否则为欠序时"),
    (Type.REDUCTION, "累计下降幅度直接与目标相比，不按时间分摊"),
    (Type.RELATIVE, "与所参照目标同一天的数值相比；没有同期数值的不判"),
    (Type.MILESTONE, "写明各步日期的，看到期的一步是否已到；没有写明的，时限前不判快慢"),
    (Type.LIST, "做到的项数与时间份额相比，同累计量；有的项没有来源说到，或“没有做到”是以前说的，项数就只作“至少”"),
    (Type.COMPOSITE, "各部分分别判断，以最差的一部分为准，列出各部分的项数"),
)  # fmt: skip

# The words as a report has them; each is read by `read` as the bound beside it.
BOUNDS: tuple[tuple[str, Bound | None, str], ...] = (
    ("以上、不低于、不少于、至少、达到，或“新增”“完成”等词后只有数字", Bound.AT_LEAST, "含本数（《民法典》第一千二百五十九条）"),
    ("多、余", Bound.AT_LEAST, "含本数"),
    ("超过、超、突破", Bound.MORE_THAN, "不含本数（同上条）"),
    ("以内、以下、不超过、不高于、控制在", Bound.AT_MOST, "含本数（同上条）"),
    ("左右、约、上下", Bound.ABOUT, f"允许偏差：比率{plain(RATE_TOLERANCE)}个百分点，数量为目标值的{plain(COUNT_TOLERANCE * 100)}%；没有见到官方规定，是本站的约定，另定须写理由"),
    ("近、接近", Bound.NEARLY, "低于目标不超过上述允许偏差即可，高于不限"),
    ("3个~5个、5%—5.5%", Bound.RANGE, "达到低端即可，高于高端为超额"),
    ("全覆盖", Bound.AT_LEAST, "100%，须写明范围"),
    ("清零", Bound.AT_MOST, "0，须写明范围"),
    ("翻番、翻两番", Bound.AT_LEAST, "基期值的2倍、4倍；有基期值的换算成数值"),
    ("力争、努力、争取", None, "照样计算，另行计数"),
    ("前列、推进、深化、加强", None, "无法量化；编者另设标准的，标明“编辑设定”"),
)  # fmt: skip

DEADLINES: tuple[tuple[str, str], ...] = (
    ("写明年月日", "当天"),
    ("某月底前", "该月最后一天"),
    ("上半年", "6月30日"),
    ("年底前、年内、全年", "报告年份12月31日"),
    ("到2027年", "2027年12月31日"),
    ("到“十四五”末", "2025年12月31日"),
    ("没有写明", "报告年份12月31日，标明“报告未写明时限”"),
    ("尽快、适时、早日", "照录原话，不代为设定日期"),
)

PERIOD_WORDS = {
    Period.MONTH: "月", Period.QUARTER: "季", Period.HALF: "半年", Period.YEAR: "年",
}  # fmt: skip

PUBLISHED = Rules(
    version=VERSION,
    steps=tuple((name, words) for name, _, words in RULES),
    types=TYPES,
    flags=tuple((flag, words) for flag, _, words in FLAGS),
    bounds=BOUNDS,
    deadlines=DEADLINES,
    defaults=(
        ("发布时滞", f"统计期或时限之后{RELEASE_LAG}天，目标另有写明的除外"),
        ("统计周期", f"季，目标另有写明的除外；{'，'.join(f'{PERIOD_WORDS[p]}按{days.days}天计' for p, days in PERIODS.items())}"),
        ("首个统计期的数据", "起算日加一个统计周期，再加发布时滞"),
        ("起算日", "报告年份1月1日；时点值为基期值的次日；目标另有写明的除外"),
        ("进度", "按天均匀，有进度安排的按安排，两步之间按直线；与数值自己的日期相比，不与今天相比"),
        ("进度容差", "0，差距照实写出"),
        ("期间之外的数值", "累计量、增速等不用起算日之前的数值；只写年份或月份的数值，算到那年、那月的最后一天"),
        ("范围", "数值是一个范围、两端结论不同的，不用来判断"),
        ("数据过期", f"超过{plain(STALE_AFTER)}个统计周期"),
        ("“左右”的容差：比率", f"{plain(RATE_TOLERANCE)}个百分点（本站约定）"),
        ("“左右”的容差：数量", f"目标值的{plain(COUNT_TOLERANCE * 100)}%（本站约定）"),
        ("同一天有几个数值", "取最终数而不取初步数、估计数；性质相同取级别高的来源；仍相同取对目标较不利的，几个数值都照列"),
        ("没有数值", "绝不当作没有做，也不当作没有公布"),
    ),
)  # fmt: skip
