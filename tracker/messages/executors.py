"""Work shared out to processes and machines."""

PROBLEMS = {
    "worker-died": (
        "一个干活的进程中途没有了，多半是内存不够\n请关掉别的程序再运行一次；还是这样，就加上--executor here，只用一个进程，慢一些",
        "one of the processes at work has died, most likely for lack of memory\n"
        "close other programs and run the command again; if it stays, add --executor here: one process, and slower",
    ),
    "executor-missing": (
        "要用多台机器（{address}），还缺一个程序包distributed\n请运行python -m pip install distributed，再运行一次；只有一台机器的，去掉--executor",
        "for several machines ({address}) the package distributed is missing\n"
        "run python -m pip install distributed, then the command again; with one machine leave --executor out",
    ),
    "executor-silent": (
        "{address}那里没有dask scheduler应答\n请核对主机和端口，看看它开着没有；只有一台机器的，去掉--executor",
        "no dask scheduler answers at {address}\ncheck host and port, and that it runs there; with one machine leave --executor out",
    ),
    "executor-alone": (
        "{address}有应答，但没有一台机器在那里等着干活\n请在各台机器上运行dask worker，写上这个地址",
        "{address} answers, but no machine waits there for work\nrun dask worker on each machine, with this address",
    ),
    "executor-without": (
        "这台机器上没有本程序，或缺程序包：{error}\n请把本程序放到那里，安装同样的程序包，用PYTHONPATH指出它的文件夹，再启动dask",
        "this machine has not our program, or lacks a package: {error}\n"
        "copy the program there, install the same packages, name its folder in PYTHONPATH, and start dask again",
    ),
    "executor-differs": (
        "这台机器上的程序与这里的不同，生成的网页会不一样：{found}\n请在那里换成同一版本，再重新启动dask",
        "the program of this machine is not the one here, so its pages would differ: {found}\n"
        "put the same version there, and start dask again",
    ),
    "executor-lost": (
        "在{address}干活的机器中途都没有了，或反复停止\n请看看那里的dask worker为什么停了，重新启动，再运行一次",
        "the machines that worked at {address} are gone, or stop again and again\n"
        "see why dask worker has ended there, start it again, and run the command again",
    ),
}  # fmt: skip
