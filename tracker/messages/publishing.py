"""Templates, links and the folder of the site."""

PROBLEMS = {
    "id-gone": (
        "编号「{id}」已经发布过，现在没有了，它的网址会失效\n"
        "请恢复它；若已改名或合并，请在接替它的目标里写formerly: [{id}]（有几个时由早到晚）",
        "the id “{id}” has been published and is gone, so its address would die\n"
        "bring it back, or write formerly: [{id}] in the target that takes its place (of several, the oldest first)",
    ),
    "template-missing": (
        "没有模板{name}\n请从备份或程序的原件恢复它",
        "there is no template {name}\nbring it back from a backup or from the program's own copy",
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
    "input-changed": (
        "生成网站的时候，这个文件被改动了\n请存好以后再运行一次",
        "this file was changed while the site was being built\nsave it and run the command again",
    ),
    "output-not-ours": (
        "文件夹{path}不是本程序生成的，而且不是空的，不会覆盖\n请换一个--output，或先把它移走",
        "the folder {path} was not made by this program and is not empty; it is left alone\n"
        "choose another --output, or move it away first",
    ),
    "output-around": (
        "{path}里有生成网站用的{input}，不能又用来放网站\n请给--output另写一个文件夹，如_site",
        "{path} holds {input}, which the site is made of, so it cannot hold the site too\n"
        "give --output a folder of its own, such as _site",
    ),
    "output-within": (
        "{path}在{input}里面，那里放的是生成网站用的文件\n请给--output另写一个文件夹，如_site",
        "{path} lies inside {input}, where the files are that the site is made of\n"
        "give --output a folder of its own, such as _site",
    ),
    "output-no-folder": (
        "{path}是文件，不是文件夹，没有动它\n请给--output写一个文件夹，如_site",
        "{path} is a file, not a folder; it is left alone\ngive --output a folder, such as _site",
    ),
    "output-link": (
        "{path}是一个链接，它指向的文件夹不存在\n请建好那个文件夹，或删去这个链接",
        "{path} is a link to a folder that does not exist\nmake that folder, or delete the link",
    ),
    "output-mounted": (
        "{path}本身是挂载点（一个磁盘，或容器的卷），网站不能在那里一步换好\n请给--output写它里面的一个文件夹，如_site；挂在网站里面的，请先卸下",
        "{path} is itself a mount point (a disk, or a container's volume), where a site cannot be replaced in one step\n"
        "give --output a folder inside it, such as _site; unmount what is mounted inside the site",
    ),
    "output-owned": (
        "文件夹{path}属于别的用户（{owner}），换上新的网站会改变它的主人\n请由那个用户来生成，或请管理员把文件夹的主人改成您",
        "the folder {path} belongs to another user ({owner}), and a new site would change that\n"
        "let that user build the site, or have the folder's owner changed to you",
    ),
    "output-taken": (
        "网站要在这里写{path}，但这个名字下已有别人放的东西，没有动它\n请把它改名或移到网站的文件夹以外",
        "the site needs the name {path}, but something of somebody else's stands there; it is left alone\n"
        "rename it, or move it out of the site's folder",
    ),
    "marker-damaged": (
        "这个文件列出哪些网页是本程序生成的，它被改过或坏了：「{found}」；为免误删，没有生成网站\n请从备份恢复它；没有备份的，把整个文件夹移走，重新生成，再把自己放的文件移回来",
        "this file lists which pages this program made, and it has been changed or damaged: “{found}”; lest anything be deleted by mistake, no site was built\n"
        "bring it back from a backup, or move the whole folder away, build again, and move your own files back",
    ),
    "site-damaged": (
        "写好的{path}读回来与生成的不同，磁盘可能有毛病，没有换上新的网站\n请检查磁盘，或给--output写另一个磁盘上的文件夹",
        "what was written to {path} does not read back as it was made, so the disk may be failing; the new site was not put in place\n"
        "check the disk, or give --output a folder on another one",
    ),
    "remote-unknown": (
        "{scheme}://不是可以放网站的地方\n请写s3://存储桶/路径、sftp://主机/路径这样的地址，或本机的文件夹",
        "a site cannot be put at {scheme}://\nwrite an address such as s3://bucket/path or sftp://host/path, or a folder of this computer",
    ),
    "remote-driver": (
        "要把网站放到这个地址，还缺程序包：{package}\n请运行python -m pip install {package}，再运行一次",
        "to put a site at this address a package is missing: {package}\nrun python -m pip install {package}, then the command again",
    ),
    "remote-missing": (
        "那里没有这个存储桶或文件夹\n请核对地址；还没有的，先在那里建好",
        "there is no such bucket or folder\ncheck the address; make it there first, if it is new",
    ),
    "remote-forbidden": (
        "没有权限在那里读写：{error}\n请核对账号、密钥和它的权限：读、写、删除、列出",
        "you may not read and write there: {error}\n"
        "check the account, its keys and what they permit: to read, write, delete and list",
    ),
    "remote-failing": (
        "与那里的往来出了错：{error}\n请核对地址和网络，再运行一次",
        "the store failed: {error}\ncheck the address and the network, then run the command again",
    ),
    "remote-half-done": (
        "写到一半出了错：{error}；那里的网站有一部分已是新的\n请核对网络和权限，再运行一次，会补全",
        "the store failed half-way: {error}; a part of the site there is new already\n"
        "check the network and what you may do there, then run the command again: it completes the rest",
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
    "copy-elsewhere": (
        "服务器把访问者转到另一个网站：{address}，核对的就不是这里的文件了\n确实搬到了那里的，请核对那个网址；没有搬的，请查清是谁改了服务器的设置",
        "the server sends visitors to another site, {address}, so that no file of this one is verified\n"
        "if the site has moved there, verify that address; if not, find out who changed the server's settings",
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
