// Runs in the page: the contrast of every distinct pair of text and background, as WCAG 2 computes it.
(() => {
  const channels = (colour) => (colour.match(/[\d.]+/g) ?? []).map(Number);
  const linear = (c) => (c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4);
  const luminance = (colour) => {
    const [r, g, b] = channels(colour).map((c) => linear(c / 255));
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const background = (element) => {
    const colour = getComputedStyle(element).backgroundColor;
    return channels(colour)[3] === 0 ? background(element.parentElement) : colour;
  };
  const found = new Map();
  for (const element of document.querySelectorAll('body *')) {
    const hasText = [...element.childNodes].some((node) => node.nodeType === 3 && node.textContent.trim() !== '');
    if (!hasText || element.closest('svg') !== null) continue;
    const [text, back] = [getComputedStyle(element).color, background(element)];
    const [light, dark] = [luminance(text), luminance(back)].sort((a, b) => b - a);
    found.set(`${text} on ${back}`, (light + 0.05) / (dark + 0.05));
  }
  return [...found].map(([pair, ratio]) => ({ pair, ratio }));
})();
