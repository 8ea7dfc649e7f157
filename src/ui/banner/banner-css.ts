/** Within the banner's closed shadow root, where no other style sheet reaches. */
export const BANNER_CSS = `
.banner {
  color-scheme: light dark;
  --accent: light-dark(#8a5a00, #f5c451);
  box-sizing: border-box;
  display: flex;
  align-items: center;
  gap: 8px;
  padding-block: 4px;
  padding-inline: 12px 4px;
  border-block-end: 1px solid var(--accent);
  border-inline-start: 6px solid var(--accent);
  background: light-dark(#fff7e0, #33290f);
  color: light-dark(#18181b, #f4f4f5);
  font: message-box;
  font-size: 13px;
  line-height: 1.4;
}
.banner[data-verdict="danger"],
.banner[data-verdict="unusable"] {
  --accent: light-dark(#b91c1c, #fca5a5);
  background: light-dark(#fff0f0, #3b1414);
}
strong {
  flex: none;
  font-weight: 600;
}
.sentence {
  flex: 1;
  min-inline-size: 0;
  overflow: hidden;
  text-overflow: ellipsis;
  white-space: nowrap;
}
button {
  flex: none;
  min-block-size: 24px;
  padding: 2px 10px;
  border: 1px solid currentColor;
  border-radius: 4px;
  background: transparent;
  color: inherit;
  font: inherit;
  cursor: pointer;
}
button:hover {
  background: color-mix(in srgb, currentColor 12%, transparent);
}
button:focus-visible {
  outline: 2px solid currentColor;
  outline-offset: 2px;
}
@media print {
  .banner {
    display: none;
  }
}
@media (prefers-contrast) {
  .banner {
    background: Canvas;
    color: CanvasText;
    --accent: CanvasText;
  }
}
`;
