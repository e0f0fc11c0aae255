/** Whether an element, or something inside of it, is drawn where a person could see it. */
export function mayBeShown(element: Element): boolean {
  if (element.checkVisibility({ visibilityProperty: true, opacityProperty: true })) return true;
  // An element without a box of its own counts as not visible, but what is inside may be.
  return getComputedStyle(element).display === 'contents';
}
