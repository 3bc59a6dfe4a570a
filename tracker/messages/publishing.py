"""Templates, links and the folder of the site."""

PROBLEMS = {
    "id-gone": (
        "编号「{id}」已经发布过，现在没有了，它的网址会失效\n"
        "请恢复它；若已改名或合并，请在接替它的目标里写formerly: [{id}]（有几个时由早到晚）",
        "the id “{id}” has been published and is gone, so its address would die\n"
        "bring it back, or write formerly: [{id}] in the target that takes its place (of several, the oldest first)",
    ),
    "template": ("模板出错：{error}\n请核对模板的这一行", "template error: {error}\ncheck this line of the template"),
    "broken-link": (
        "页面里的链接「{link}」没有去处\n请核对写下这个链接的页面或模板",
        "the link “{link}” on this page leads nowhere\ncheck the page or template that holds it",
    ),
    "unsafe-link": (
        "链接「{address}」不能用：只许http、https、mailto，和本站自己的页面\n请改写网址，或去掉链接只留文字",
        "the link “{address}” cannot be used: only http, https, mailto and pages of the site can\n"
        "correct the address, or leave the words without a link",
    ),
    "remote-image": (
        "图片「{address}」在别的网站上，读者一打开页面就会被那里看到\n请去掉图片，或写成链接",
        "the picture “{address}” is another site's, which would see everybody who opens the page\n"
        "leave it out, or write a link to it",
    ),
    "link-gone": (
        "来源的网址已失效（{detail}）：{address}\n请找这一页的存档副本，把它的网址写在archived里；原来的url留着不动",
        "the address of a source is gone ({detail}): {address}\n"
        "look for an archived copy and add its address as archived: …; leave url as it is",
    ),
    "link-refused": (
        "网站不让程序查看来源的网址（{detail}）：{address}\n这不等于网页没有了；请用浏览器打开看看",
        "the site turned this program away ({detail}): {address}\n"
        "this does not mean that the page is gone; open it in a browser",
    ),
    "link-failing": (
        "来源的网址没有正常应答（{detail}）：{address}\n可能只是一时故障，过几天再查；总是这样，就找存档副本，写在archived里",
        "the address of a source does not answer as it should ({detail}): {address}\n"
        "it may be a passing fault, so check again in some days; if it stays, add an archived copy as archived: …",
    ),
    "link-moved": (
        "来源的网址已永久改为{detail}，原为：{address}\n请打开新网址：内容还是那一页，就改写url；已是别的内容（如首页），就找存档副本，写在archived里",
        "the address of a source has moved for good to {detail}, from: {address}\n"
        "open the new one: if it is the same page, write it as url; if not (say, a home page), add an archived copy as archived: …",
    ),
    "output-not-ours": (
        "文件夹{path}不是本程序生成的，而且不是空的，不会覆盖\n请换一个--output，或先把它移走",
        "the folder {path} was not made by this program and is not empty; it is left alone\n"
        "choose another --output, or move it away first",
    ),
    "output-unwritable": (
        "无法写入{path}：{error}\n原来的网站没有改动",
        "cannot write to {path}: {error}\nthe published site is as it was",
    ),
}  # fmt: skip
