// Keeps the site for when there is no network. Pages are asked of the network first, always; only what
// has its version in its address is taken from what is kept. VERSION, FIRST and MORE stand before this.

const SCOPE = self.registration.scope;
const OWN = `duixian ${SCOPE} `; // other sites of the same host keep theirs beside it
const KEPT = `${OWN}${VERSION}`; // what was there when this version came: whole, never changed
const VISITED = `${KEPT} visited`; // what else was looked at since
const VISITED_AT_MOST = 100;
const PATIENCE = 4000; // for a page that is kept; one that is not is waited for
const MISSING = 'offline.html'; // shown at its own address, from which its links lead on
const LANES = 4; // files fetched at once: the reader comes first

function addressOf(name) {
  return new URL(name, SCOPE).href;
}

// --- what is kept ---

async function install() {
  const { connection } = navigator;
  const names = connection && connection.saveData ? FIRST : FIRST.concat(MORE);
  const cache = await caches.open(KEPT);
  const waiting = names.slice();
  const lane = async () => { while (waiting.length) await keep(cache, addressOf(waiting.shift())); };
  await Promise.all(Array.from({ length: LANES }, lane));
  await self.skipWaiting();
}

async function keep(cache, address) {
  const response = await fetch(address, { cache: 'no-cache' });
  if (response.status !== 200 || isStray(address, response)) throw new Error(`${response.status} ${address}`);
  await cache.put(address, await straight(response));
}

/** A page where none was asked for: some hosts answer 200 and their home page to whatever they have not. */
function isStray(address, response) {
  return isPage(response) && /\.(?!html$)\w+$/.test(address.split(/[?#]/)[0]);
}

function isPage(response) {
  return /^text\/html/.test(response.headers.get('Content-Type'));
}

/** A page that came by a detour is refused where a page was asked for. */
async function straight(response) {
  if (!response.redirected) return response;
  return new Response(await response.blob(), { status: response.status, headers: response.headers });
}

async function activate() {
  const names = await caches.keys();
  await Promise.all(names.filter((name) => name.startsWith(OWN) && name !== KEPT).map((name) => caches.delete(name)));
  await self.clients.claim();
}

async function stored(addresses) {
  for (const cacheName of [KEPT, VISITED]) {
    for (const address of addresses) {
      const found = await caches.match(address, { cacheName });
      if (found) return found;
    }
  }
  return undefined;
}

/** Kept on a visit, unless it is among what is kept whole: versions are not mixed there. */
async function visit(address, response) {
  if (response.status !== 200 || response.type !== 'basic' || isStray(address, response)) return;
  if (await caches.match(address, { cacheName: KEPT })) return;
  const cache = await caches.open(VISITED);
  await cache.delete(address); // what was looked at last goes last
  await cache.put(address, await straight(response));
  const all = await cache.keys();
  await Promise.all(all.slice(0, -VISITED_AT_MOST).map((request) => cache.delete(request)));
}

// --- pages ---

async function page(event) {
  const network = pageFromNetwork(event);
  try {
    return await Promise.race([network, late()]);
  } catch (error) {
    return await stored(pageAddresses(event.request.url)) || network.catch(() => Response.redirect(addressOf(MISSING)));
  }
}

async function pageFromNetwork(event) {
  const response = await fetch(event.request, { cache: 'no-cache' }); // nor what the browser takes for fresh
  const [address] = pageAddresses(event.request.url);
  if (isPage(response)) event.waitUntil(visit(address, response.clone()));
  return response;
}

function late() {
  return new Promise((resolve, reject) => { setTimeout(reject, PATIENCE); });
}

/** Where a page may be kept: what is asked of it is its own business, and hosts have other names for index.html. */
function pageAddresses(url) {
  const [address] = url.split(/[?#]/);
  if (address.endsWith('/')) return [`${address}index.html`];
  return /\.\w+$/.test(address) ? [address] : [address, `${address}.html`];
}

// --- what pages load ---

async function versioned(event) {
  const { url } = event.request;
  const found = await stored([url]);
  if (found) return found;
  const response = await fetch(event.request);
  event.waitUntil(visit(url, response.clone()));
  return response;
}

// --- events ---

self.addEventListener('install', (event) => event.waitUntil(install()));
self.addEventListener('activate', (event) => event.waitUntil(activate()));
self.addEventListener('fetch', (event) => {
  const { request } = event;
  if (request.method !== 'GET' || !request.url.startsWith(SCOPE) || request.headers.has('Range')) return;
  if (request.mode === 'navigate') event.respondWith(page(event));
  else if (new URL(request.url).searchParams.has('v')) event.respondWith(versioned(event));
});
