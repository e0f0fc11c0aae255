/** The head of the popup while there is nothing to press in it: as in its HTML, so that nothing moves. */
export function Brand() {
  return (
    <header class="bar">
      <span class="logo" />
      <p>Lifeguard</p>
    </header>
  );
}
