/** Where browser clients keep tokens, without a browser. */
export class MemoryStorage {
  private readonly items = new Map<string, string>();

  setItem(key: string, value: string): void {
    this.items.set(key, value);
  }
  getItem(key: string): string | null {
    return this.items.get(key) ?? null;
  }
  removeItem(key: string): void {
    this.items.delete(key);
  }
  clear(): void {
    this.items.clear();
  }
  /** The value of the first key that ends so. */
  endingWith(end: string): string {
    return [...this.items].find(([key]) => key.endsWith(end))?.[1] ?? '';
  }
}
