/* Lets the browser keep the site for when there is no network, once the reader rests: nothing waits for this. */
(function () {
  'use strict';

  var REST = 5000; // without a key or a tap
  var BUSY = ['keydown', 'input', 'pointerdown'];
  var worker = document.currentScript.getAttribute('data-worker');
  var timer;
  if (!('serviceWorker' in navigator) || !window.isSecureContext || !/^https?:$/.test(location.protocol)) return;

  function wait() {
    clearTimeout(timer);
    timer = setTimeout(window.requestIdleCallback ? function () { requestIdleCallback(register); } : register, REST);
  }

  /** No other address ever becomes a worker. */
  function own(url) {
    if (!/^(?!\/\/)[\w./%~-]*sw\.js$/.test(url)) throw new TypeError(url);
    return url;
  }

  function trusted() {
    return window.trustedTypes
      ? trustedTypes.createPolicy('duixian-worker', { createScriptURL: own }).createScriptURL(worker)
      : own(worker);
  }

  function register() {
    BUSY.forEach(function (type) { removeEventListener(type, wait); });
    navigator.serviceWorker.register(trusted()).catch(function () {
      // Private windows refuse, and a page of another prefix finds no worker: the site works without.
    });
  }

  addEventListener('load', function () {
    BUSY.forEach(function (type) { addEventListener(type, wait); });
    wait();
  });
}());
