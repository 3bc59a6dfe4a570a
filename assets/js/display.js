/* Text size, contrast and colours as the reader chose them, before anything is painted; the control follows once it is there. */
(function () {
  'use strict';

  var KEY = 'duixian-display';
  var CHOICES = { size: ['standard', 'large', 'largest'], contrast: ['standard', 'more'], scheme: ['auto', 'light', 'dark'] };
  var NAMES = Object.keys(CHOICES);
  var root = document.documentElement;
  var chosen = {};

  function recall() {
    try {
      show(JSON.parse(localStorage.getItem(KEY)) || {});
    } catch (error) {
      show(chosen); // private windows and some pages from disk remember nothing
    }
  }

  function remember() {
    try {
      localStorage.setItem(KEY, JSON.stringify(chosen));
    } catch (error) {
      // What was chosen holds on this page all the same.
    }
  }

  function show(wanted) {
    NAMES.forEach(function (name) {
      chosen[name] = CHOICES[name].indexOf(wanted[name]) < 0 ? CHOICES[name][0] : wanted[name];
      root.setAttribute('data-' + name, chosen[name]);
    });
    colourBrowser();
    tick();
  }

  /** The bars around the page take its colour. */
  function colourBrowser() {
    [].forEach.call(document.querySelectorAll('meta[data-theme]'), function (meta) {
      var theme = meta.getAttribute('data-theme');
      meta.media = chosen.scheme === 'auto' ? '(prefers-color-scheme: ' + theme + ')' : chosen.scheme === theme ? 'all' : 'not all';
    });
  }

  function tick() {
    [].forEach.call(document.querySelectorAll('.display input'), function (input) {
      input.checked = chosen[input.name] === input.value;
    });
  }

  function choose(event) {
    var input = event.target;
    if (!input.closest('.display')) return;
    chosen[input.name] = input.value;
    show(chosen);
    remember();
  }

  recall();
  document.addEventListener('DOMContentLoaded', tick);
  document.addEventListener('change', choose);
  window.addEventListener('storage', recall);
  window.addEventListener('pageshow', function (event) { if (event.persisted) recall(); }); // back to a page that was put aside meanwhile
}());
