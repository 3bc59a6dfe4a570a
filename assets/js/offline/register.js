/* Lets the browser keep the site for when there is no network: when the page has come to rest, so that it never waits for this. */
(function () {
  'use strict';

  var DELAY = 4000;
  var worker = document.currentScript.getAttribute('data-worker');
  if (!('serviceWorker' in navigator) || !window.isSecureContext || !/^https?:$/.test(location.protocol)) return;

  function register() {
    navigator.serviceWorker.register(worker).catch(function () {
      // Private windows refuse, and a page of another prefix finds no worker: the site works without.
    });
  }

  window.addEventListener('load', function () {
    setTimeout(window.requestIdleCallback ? function () { requestIdleCallback(register); } : register, DELAY);
  });
}());
