// Loading: every file of the index is a script of one call, which pages from disk may load too.

const arrived = {}; // by name, until it is taken

window.duixianIndex = (index) => { arrived.index = index; };
window.duixianPart = (version, name, part) => { arrived[name] = { version, part }; };

function load(src, name) {
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
    this.folder = src.replace(/search-index\.js$/, 'search/');
    this.version = version;
    this.asked = {};
  }

  load(name) {
    if (!this.asked[name]) {
      this.asked[name] = load(`${this.folder}${name}.js?v=${this.version}`, name).then((value) => expect(this.version, value).part);
      this.asked[name].catch(() => { delete this.asked[name]; });
    }
    return this.asked[name];
  }
}
