// Loading: every file of the index is a script of one call, which pages from disk may load too.

const arrived = {}; // by name, until it is taken

window.duixianIndex = (index) => { arrived.index = index; };
window.duixianPart = (version, name, part) => { arrived[name] = { version, part }; };
window.duixianCode = (name, code) => { arrived[name] = code; };

// Whatever should go wrong elsewhere, no other address ever becomes a script.
const scripts = onlyBy('duixian-search', /^(?!\/\/)[\w./%~-]*assets\/search[\w/-]*\.js\?v=\w+$/);

function onlyBy(name, form) {
  const createScriptURL = (url) => {
    if (!form.test(url)) throw new TypeError(url);
    return url;
  };
  return window.trustedTypes ? trustedTypes.createPolicy(name, { createScriptURL }) : { createScriptURL };
}

function load(address, name) {
  const src = scripts.createScriptURL(address);
  return new Promise((resolve, reject) => {
    const missing = () => reject(new Error('missing'));
    const onload = () => {
      const value = arrived[name];
      delete arrived[name];
      if (value) resolve(value);
      else missing();
    };
    document.head.append(Object.assign(document.createElement('script'), { src, onload, onerror: missing }));
  });
}

function expect(version, value) {
  if (value.version !== version) throw new Error('mismatch');
  return value;
}

async function loadIndex(src, version) {
  return expect(version, await load(`${src}?v=${version}`, 'index'));
}

/** The files beside the index, each loaded once; one that did not arrive is asked for again. */
class Parts {
  constructor(src, version) {
    this.folder = src.replace(/search-index\.js$/, '');
    this.version = version;
    this.asked = {};
  }

  /** A part of the index. */
  load(name) {
    return this.once(`search/${name}`, name, (value) => expect(this.version, value).part);
  }

  /** What a script defines that few queries need: it is lent the functions of this one. */
  code(name) {
    return this.once(`search-${name}`, name, (define) => define(kit()), CODE);
  }

  once(file, name, use, version = this.version) {
    if (!this.asked[file]) {
      this.asked[file] = load(`${this.folder}${file}.js?v=${version}`, name).then(use);
      this.asked[file].catch(() => { delete this.asked[file]; });
    }
    return this.asked[file];
  }
}
