/** The head of the popup while there is nothing to press in it: as in its HTML, so that nothing moves. */
export function Brand() {
  return (
    <header class="bar">
      <img src="/icons/lifeguard.svg" alt="" width="24" height="24" />
      <p>Lifeguard</p>
    </header>
  );
}
