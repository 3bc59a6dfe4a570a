"""What made-up reports speak of, and what they promise: goals with their measures."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from msgspec import Struct

from tracker.model import Type


class Aim(Struct, frozen=True):
    """A thing that is promised: `words` are the promise and `past` the review, {n} the number."""

    slug: str
    title: str
    type: Type
    words: str
    past: str = ""
    unit: str = ""
    low: str = "0"  # of the values that it may have
    high: str = "0"
    step: str = "1"
    criterion: str = ""
    yearly: bool = False  # its values come once a year
    stretch: bool = False

    @property
    def steps(self) -> int:
        return int((Decimal(self.high) - Decimal(self.low)) / Decimal(self.step))


Slot = tuple[Aim, ...]  # aims that take turns through the years in one place of the report


class Theme(Struct, frozen=True):
    """A section of the report with what is promised in it."""

    titles: tuple[str, ...]
    topic: str
    agency: str
    things: tuple[str, ...]
    slots: tuple[Slot, ...]


def _growth(slug: str, title: str, words: str, past: str, low: str, high: str) -> Aim:
    return Aim(slug, title, Type.GROWTH, words, past, "%", low, high, "0.1")


def _level(
    slug: str, title: str, words: str, past: str, unit: str, low: str, high: str, step: str = "1"
) -> Aim:
    return Aim(slug, title, Type.LEVEL, words, past, unit, low, high, step)


def _count(
    slug: str, title: str, words: str, past: str, unit: str, low: str, high: str, step: str = "1"
) -> Aim:
    return Aim(slug, title, Type.CUMULATIVE, words, past, unit, low, high, step)


def _event(slug: str, title: str, words: str, criterion: str) -> Aim:
    return Aim(slug, title, Type.MILESTONE, words, criterion=criterion)


# fmt: off
GDP = _growth(
    "gdp", "地区生产总值增速", "地区生产总值增长{n}%左右", "地区生产总值比上年多{n}%", "4.5", "7.5"
)
INCOME = Aim("income", "居民收入增速", Type.RELATIVE, "居民收入和经济同步增长", unit="%")
SCHEDULED = _count(
    "village-roads",
    "新建乡间公路",
    "新建乡间公路{n}公里",
    "乡间公路建成{n}公里",
    "公里",
    "40",
    "240",
    "4",
)
RANGE = _count("lifts", "加装电梯", "旧楼加装电梯{n}部", "旧楼电梯装成{n}部", "部", "12", "60")
KINDERGARTENS = Aim(
    "nurseries", "新增托育园", Type.COMPOSITE, "新增市级托育园{a}所、县级托育园{b}所"
)
CITY_PART = _count(
    "city-nurseries", "市级托育园", "新增市级托育园{n}所", "市级托育园办成{n}所", "所", "2", "6"
)
COUNTY_PART = _count(
    "county-nurseries", "县级托育园", "县级托育园{n}所", "县级托育园办成{n}所", "所", "8", "30"
)
MEASURES = Aim(
    "measures", "便民措施", Type.LIST, "推出便民措施{n}项", "便民措施推出{n}项", "项", "4", "6"
)
VAGUE = (
    _event("old-town", "老街保护", "推进老街保护", ""),
    _event("night-market", "夜市建设", "支持夜市发展", ""),
)
LISTED = ("夜间办事", "上门办事", "邻里代办", "就近缴费", "错峰接待", "手语陪办")
# fmt: on

ECONOMY = Theme(
    ("今年的预期目标", "全年的主要预期"),
    "经济", "虚构统计局",
    ("预算安排", "市场秩序", "信用档案", "用工信息", "价格监测", "招商台账", "重点工程清单", "民间投资",
     "商户登记", "税费辅导", "融资对接", "消费节庆"),
    (
        (GDP,),
        (INCOME,),
        (_growth("revenue", "公共预算收入增速", "公共预算收入增长{n}%", "公共预算收入比上年多{n}%", "3.0", "8.0"),),
        (
            _growth("retail", "商铺销售额增速", "商铺销售额增长{n}%", "商铺销售额比上年多{n}%", "4.0", "9.0"),
            _growth("trade", "进出口额增速", "进出口额增长{n}%", "进出口额比上年多{n}%", "3.0", "12.0"),
        ),
        (_growth("investment", "固定资产投资增速", "固定资产投资增长{n}%", "固定资产投资比上年多{n}%", "5.0", "11.0"),),
        (Aim("prices", "物价涨幅", Type.LIMIT, "物价涨幅不高于{n}%", "物价上涨{n}%", "%", "2.0", "3.5", "0.5"),),
        (_count("jobs", "城镇新增就业", "城镇新增就业{n}万人", "城镇多了就业{n}万人", "万人", "1.2", "9.6", "0.1"),),
    ),
)  # fmt: skip

INDUSTRY = Theme(
    ("把工厂办出名堂", "让作坊变工厂", "扶持本地产业"),
    "产业", "虚构工信局",
    ("机械作坊", "纺织车间", "食品加工", "陶瓷烧制", "木器加工", "设备租赁", "检测中心", "工业园区",
     "中试基地", "质量标准", "老字号", "配套工厂", "工艺传习", "能源管理"),
    (
        (_level("large-firms", "规模以上企业", "规模以上企业达到{n}家", "规模以上企业有{n}家", "家", "120", "900", "5"),),
        (
            _count("workshops", "改造旧厂房", "改造旧厂房{n}处", "旧厂房改好{n}处", "处", "6", "48"),
            _count("brands", "培育老字号", "培育老字号{n}家", "老字号认定{n}家", "家", "3", "24"),
        ),
        (_growth("output", "工业增加值增速", "工业增加值增长{n}%", "工业增加值比上年多{n}%", "4.0", "10.0"),),
        (
            _level("digital-share", "用上数字机床的工厂", "工厂数字机床使用率达到{n}%", "工厂数字机床使用率为{n}%", "%", "40", "80"),
            _level("patents", "有效专利", "有效专利达到{n}件", "有效专利有{n}件", "件", "300", "2400", "20"),
        ),
    ),
)  # fmt: skip

FARMING = Theme(
    ("把地种好", "让乡村有奔头", "稳住粮仓和菜园"),
    "农业", "虚构农业农村局",
    ("良种繁育", "灌溉渠系", "果园", "茶山", "菜棚", "牧场", "鱼塘", "农机合作", "冷库", "农产品集市",
     "田间道路", "秸秆利用", "乡村民宿", "村规民约"),
    (
        (_count("farmland", "建设高标准农田", "建设高标准农田{n}万亩", "高标准农田建成{n}万亩", "万亩", "1.2", "12.0", "0.2"),),
        (
            _count("cold-stores", "新建冷库", "新建田头冷库{n}座", "田头冷库建成{n}座", "座", "8", "64"),
            _count("orchards", "改造老果园", "改造老果园{n}万亩", "老果园改好{n}万亩", "万亩", "0.6", "4.8", "0.1"),
        ),
        (Aim("fertiliser", "化肥用量降幅", Type.REDUCTION, "化肥用量下降{n}%", "化肥用量少了{n}%", "%", "1.0", "4.0", "0.1"),),
        (_level("machines", "机耕率", "主要作物机耕率达到{n}%", "主要作物机耕率为{n}%", "%", "70", "95"),),
    ),
)  # fmt: skip

TRANSPORT = Theme(
    ("把路修到家门口", "让出门更方便", "打通路网"),
    "交通", "虚构交通局",
    ("公交线网", "桥梁养护", "货运场站", "停车秩序", "路灯照明", "水上渡口", "慢行步道", "道路排水",
     "过街设施", "物流配送", "校车线路", "驿站", "标志标线", "客运班车"),
    (
        (SCHEDULED,),
        (
            _count("old-bridges", "改造旧桥", "改造旧桥{n}座", "旧桥改好{n}座", "座", "3", "36"),
            _count("bus-shelters", "新建候车亭", "新建候车亭{n}个", "候车亭建成{n}个", "个", "20", "160", "5"),
        ),
        (
            _event("river-bridge", "大桥通车", "{place}大桥建成通车", "{place}大桥建成通车"),
            _event("freight-yard", "货场启用", "{place}货场建成启用", "{place}货场建成启用"),
            _event("tunnel", "隧道贯通", "{place}隧道实现贯通", "{place}隧道实现贯通"),
        ),
        (_level("clean-buses", "新能源公交占比", "新能源公交占比达到{n}%", "新能源公交占比为{n}%", "%", "55", "95"),),
    ),
)  # fmt: skip

TOWN = Theme(
    ("让城镇更好住", "把旧街区修起来", "建好家园"),
    "城建", "虚构住建局",
    ("老旧楼院", "背街小巷", "口袋公园", "排水管网", "供热管道", "公共厕所", "菜市场", "电线入地",
     "门牌招牌", "物业服务", "危旧房屋", "社区食堂", "快递柜", "雨棚"),
    (
        (_count("renewals", "改造老旧楼院", "改造老旧楼院{n}个", "老旧楼院改好{n}个", "个", "12", "96"),),
        (RANGE,),
        (
            _event("park", "公园开放", "{place}湿地公园建成开放", "{place}湿地公园建成开放"),
            _event("library", "图书馆开放", "{place}图书馆建成开放", "{place}图书馆建成开放"),
        ),
        VAGUE,
    ),
)  # fmt: skip

NATURE = Theme(
    ("守住青山和河水", "让天更蓝水更清", "把环境养好"),
    "环境", "虚构生态环境局",
    ("河道清淤", "林地管护", "湿地修复", "垃圾分类", "污水处理", "扬尘治理", "噪声投诉", "矿山复绿",
     "古树保护", "候鸟观测", "节能改造", "旧衣回收", "防火瞭望", "水源地"),
    (
        (_count("trees", "植树", "植树{n}万株", "植树成活{n}万株", "万株", "6", "60", "0.5"),),
        (Aim("energy", "单位产值能耗降幅", Type.REDUCTION, "单位产值能耗下降{n}%", "单位产值能耗少了{n}%", "%", "1.5", "3.5", "0.1", yearly=True),),
        (_level("clean-water", "优良水体比例", "优良水体比例达到{n}%", "优良水体比例为{n}%", "%", "75", "98"),),
        (
            Aim("dust", "细颗粒物浓度", Type.LIMIT, "细颗粒物平均浓度控制在{n}微克/立方米以内", "细颗粒物平均浓度为{n}微克/立方米", "微克/立方米", "20", "42"),
            Aim("waste", "填埋垃圾占比", Type.LIMIT, "填埋垃圾占比不超过{n}%", "填埋垃圾占比为{n}%", "%", "5", "30"),
        ),
    ),
)  # fmt: skip

PEOPLE = Theme(
    ("照看好老人和孩子", "办好学校和医院", "兜住民生"),
    "民生", "虚构教育局",
    ("乡村学校", "校舍维修", "社区门诊", "巡回医疗", "养老食堂", "托管课堂", "体育场地", "残障设施",
     "心理咨询", "家庭医生", "图书角", "护工培训", "午餐供应", "急救设备"),
    (
        (KINDERGARTENS,),
        (CITY_PART,),
        (COUNTY_PART,),
        (
            _count("care-beds", "新增养老床位", "新增养老床位{n}张", "养老床位添了{n}张", "张", "200", "1800", "20"),
            _count("meal-points", "新设助餐点", "新设助餐点{n}处", "助餐点设了{n}处", "处", "12", "90"),
        ),
        (_level("family-doctors", "家庭医生签约率", "家庭医生签约率达到{n}%", "家庭医生签约率为{n}%", "%", "45", "85"),),
    ),
)  # fmt: skip

SERVICE = Theme(
    ("让办事更省心", "把窗口搬近些"),
    "服务", "虚构行政审批局",
    ("办事大厅", "网上窗口", "证照寄送", "热线回访", "材料清单", "帮办队伍", "自助终端", "企业开办",
     "水电报装", "不动产登记", "好差评", "印章刻制"),
    (
        (MEASURES,),
        (Aim("days", "办事时限", Type.LIMIT, "企业开办不超过{n}个工作日", "企业开办要{n}个工作日", "工作日", "1", "5"),),
        (_level("online", "网上办理率", "网上办理率达到{n}%", "网上办理率为{n}%", "%", "60", "96"),),
    ),
)  # fmt: skip

THEMES = (ECONOMY, INDUSTRY, FARMING, TRANSPORT, TOWN, NATURE, PEOPLE, SERVICE)


def slots() -> Iterator[tuple[Theme, Slot]]:
    """All that a report promises, in its order."""
    return ((theme, slot) for theme in THEMES for slot in theme.slots)
