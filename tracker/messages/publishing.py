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
    "input-changed": (
        "生成网站的时候，这个文件被改动了\n请存好以后再运行一次",
        "this file was changed while the site was being built\nsave it and run the command again",
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
    "copy-missing": (
        "清单上有这个文件，网站里没有\n请重新上传；上传用的工具可能漏了它",
        "the list has this file, the site has not\nupload the site again; the tool may have left it out",
    ),
    "copy-differs": (
        "这个文件与清单不符：内容被改过，或上传时损坏了\n请查清是谁改的，再重新生成、上传",
        "this file is not what the list says: it was changed, or damaged on its way\n"
        "find out who changed it, then build and upload the site again",
    ),
    "copy-unreadable": (
        "读不到这个文件：{error}\n请稍后再试；总是这样，就看看服务器或文件夹的设置",
        "cannot read this file: {error}\ntry again later; if it stays, look at the settings of the server or folder",
    ),
    "copy-list-missing": (
        "没有找到清单sha256sums.txt\n请核对网址或文件夹：它应当是网站首页所在的那一层",
        "there is no list sha256sums.txt\ncheck the address or folder: it is to be the one of the home page",
    ),
    "copy-list-damaged": (
        "清单的这一行不合格式\n请重新生成、上传网站；若清单是另外保存的，请核对是不是它",
        "this line of the list has another form\nbuild and upload the site again; if the list was kept elsewhere, check that it is the one",
    ),
    "copy-list-differs": (
        "网站自己的清单与--manifest给的不同\n若网站后来又生成过，请用那一次的清单；否则就是被人改了",
        "the site's own list is not the one of --manifest\nif the site has been built since, take the list of that build; otherwise somebody has changed it",
    ),
}  # fmt: skip
