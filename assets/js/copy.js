/* Shows a page's full address and offers to copy it. */
(function () {
  'use strict';

  var code = document.querySelector('[data-copy]');
  if (!code) return;
  if (/^https?:$/.test(location.protocol) && !/^https?:/.test(code.textContent)) {
    code.textContent = location.origin + location.pathname;
  }
  if (!navigator.clipboard) return;
  var button = document.createElement('button');
  button.type = 'button';
  button.textContent = '复制';
  button.addEventListener('click', function () {
    navigator.clipboard.writeText(code.textContent).then(function () {
      button.textContent = '已复制';
    }, function () {
      button.textContent = '请手动复制';
    });
  });
  code.parentNode.appendChild(button);
}());
