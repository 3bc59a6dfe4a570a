"""The sample configurations of `deploy/` at work: real servers with TLS on free loopback ports."""

from __future__ import annotations

import os
import re
import socket
import ssl
import subprocess
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.client import HTTPConnection, HTTPMessage
from pathlib import Path

import trustme

from tests.programs import program
from tests.projects import ROOT

NAME = "example.org"
SITE_FOLDER = "/var/www/duixian/current"  # where the samples say the site is
# Its workers are to read the folders of tests, which are their owner's alone.
NGINX_MAIN = """\
user root;
daemon off;
pid nginx.pid;
events {{}}
http {{
    access_log off;
    client_body_temp_path body;
    proxy_temp_path proxy;
    fastcgi_temp_path fastcgi;
    uwsgi_temp_path uwsgi;
    scgi_temp_path scgi;
{sample}
}}
"""
CADDY_GLOBAL = """\
{{
    admin off
    auto_https disable_certs
    default_bind 127.0.0.1
    http_port {host.plain_port}
    https_port {host.port}
}}
"""


@dataclass(frozen=True, slots=True)
class Answer:
    status: int
    headers: HTTPMessage
    body: bytes


@dataclass(frozen=True, slots=True)
class Host:
    """A server to be: its site, its certificate, its ports, and a folder for all else."""

    site: Path
    folder: Path
    authority: trustme.CA = field(default_factory=trustme.CA)
    port: int = field(default_factory=lambda: free_port())
    plain_port: int = field(default_factory=lambda: free_port())

    @property
    def address(self) -> str:
        return f"https://127.0.0.1:{self.port}/"

    def ask(
        self,
        target: str,
        headers: dict[str, str] | None = None,
        *,
        method: str = "GET",
        name: str = NAME,
    ) -> Answer:
        with self.connect(name) as connected:
            return ask(connected, method, target, {"Host": name, **(headers or {})})

    def ask_without_tls(self, target: str) -> Answer:
        with socket.create_connection(("127.0.0.1", self.plain_port), 10) as connected:
            return ask(connected, "GET", target, {"Host": NAME})

    def connect(self, name: str = NAME, protocol: str = "http/1.1") -> ssl.SSLSocket:
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
        self.authority.configure_trust(context)
        context.set_alpn_protocols([protocol])
        plain = socket.create_connection(("127.0.0.1", self.port), 10)
        return context.wrap_socket(plain, server_hostname=name)


def ask(connected: socket.socket, method: str, target: str, headers: dict[str, str]) -> Answer:
    """The target goes out as it is written, dots and all."""
    connection = HTTPConnection("127.0.0.1")
    connection.sock = connected
    connection.putrequest(method, target, skip_host=True, skip_accept_encoding=True)
    for name, value in headers.items():
        connection.putheader(name, value)
    connection.endheaders()
    response = connection.getresponse()
    return Answer(response.status, response.headers, response.read())


def free_port() -> int:
    with socket.socket() as asked:
        asked.bind(("127.0.0.1", 0))
        return int(asked.getsockname()[1])


def unchanged(sample: str) -> str:
    return sample


@contextmanager
def nginx(host: Host, change: Callable[[str], str] = unchanged) -> Iterator[Host]:
    certificate, key = certified(host)
    sample = change((ROOT / "deploy" / "nginx.conf").read_text("utf-8"))
    sample = sample.replace(SITE_FOLDER, str(host.site))
    sample = re.sub(r"(ssl_certificate +)\S+;", rf"\1{certificate};", sample)
    sample = re.sub(r"(ssl_certificate_key +)\S+;", rf"\1{key};", sample)
    sample = re.sub(r"listen \[::\]\S+.*;", "", sample)
    sample = re.sub(r"listen 443", f"listen 127.0.0.1:{host.port}", sample)
    sample = re.sub(r"listen 80", f"listen 127.0.0.1:{host.plain_port}", sample)
    written = host.folder / "nginx.conf"
    written.write_text(NGINX_MAIN.format(sample=sample), "utf-8")
    command = [program("nginx"), "-p", str(host.folder), "-c", str(written), "-e", "stderr"]
    yield from running(command, host)


@contextmanager
def caddy(host: Host, change: Callable[[str], str] = unchanged) -> Iterator[Host]:
    certificate, key = certified(host)
    sample = change((ROOT / "deploy" / "Caddyfile").read_text("utf-8"))
    sample = sample.replace(SITE_FOLDER, str(host.site))
    sample = re.sub(r"(?m)^(\S*example\.org {)$", rf"\1\n\ttls {certificate} {key}", sample)
    written = host.folder / "Caddyfile"
    written.write_text(CADDY_GLOBAL.format(host=host) + sample, "utf-8")
    command = [program("caddy"), "run", "--config", str(written), "--adapter", "caddyfile"]
    yield from running(command, host)


SERVERS = {"nginx": nginx, "caddy": caddy}


def certified(host: Host) -> tuple[Path, Path]:
    """The files of a certificate for the sample's names and for the loopback address."""
    leaf = host.authority.issue_cert(NAME, f"www.{NAME}", "127.0.0.1")
    chain, key = host.folder / "chain.pem", host.folder / "key.pem"
    chain.write_bytes(b"".join(pem.bytes() for pem in leaf.cert_chain_pems))
    key.write_bytes(leaf.private_key_pem.bytes())
    return chain, key


def running(command: list[str], host: Host) -> Iterator[Host]:
    log = host.folder / "log"
    own = {"HOME": str(host.folder), "XDG_DATA_HOME": str(host.folder)}  # where Caddy keeps things
    with log.open("wb") as said:
        process = subprocess.Popen(
            command, cwd=host.folder, env={**os.environ, **own}, stdout=said, stderr=said
        )
    try:
        wait_for(process, host, log)
        yield host
    finally:
        process.terminate()
        process.wait(20)


def wait_for(process: subprocess.Popen[bytes], host: Host, log: Path) -> None:
    for _ in range(200):
        assert process.poll() is None, log.read_text("utf-8")
        try:
            host.connect().close()
        except OSError:
            time.sleep(0.1)
        else:
            return
    raise AssertionError(log.read_text("utf-8"))
