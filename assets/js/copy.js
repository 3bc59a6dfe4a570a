/* Offers to copy a text, with the full address of the page where it has only its path. */
(function () {
  'use strict';

  function offer(block) {
    var path = block.getAttribute('data-copy');
    if (/^https?:$/.test(location.protocol) && !/^https?:/.test(path)) {
      block.textContent = block.textContent.replace(path, function () {
        return location.origin + location.pathname;
      });
    }
    if (!navigator.clipboard) return;
    var button = document.createElement('button');
    button.type = 'button';
    button.textContent = '复制';
    button.addEventListener('click', function () {
      navigator.clipboard.writeText(block.textContent).then(function () {
        button.textContent = '已复制';
      }, function () {
        button.textContent = '请手动复制';
      });
    });
    block.parentNode.appendChild(button);
  }

  [].forEach.call(document.querySelectorAll('[data-copy]'), offer);
}());
