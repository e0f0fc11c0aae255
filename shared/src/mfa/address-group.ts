/**
 * The part of an IP address that stands for one subscriber: all of an IPv4 address, the first 64 bits of an IPv6 address, within which
 * anybody can use as many addresses as there are. IPv4 in IPv6 (`::ffff:192.0.2.1`) is IPv4. What is no address stays as it is.
 */
export function addressGroup(address: string): string {
  const text = address.toLowerCase().replace(/^\[|\]$|%.*$/g, '');
  if (!text.includes(':')) return text;
  const v4 = /^(?:0*:)*(?:ffff:)(\d+\.\d+\.\d+\.\d+)$/.exec(text)?.[1];
  if (v4 !== undefined) return v4;
  const [head = '', tail] = text.split('::');
  const first = head === '' ? [] : head.split(':');
  const last = tail === undefined || tail === '' ? [] : tail.split(':');
  // A dotted end stands for two groups of sixteen bits.
  const length = first.length + last.length + (text.includes('.') ? 1 : 0);
  const groups = tail === undefined ? first : [...first, ...zeros(8 - length), ...last];
  return `${groups
    .slice(0, 4)
    .map((group) => group.replace(/^0+(?=.)/, ''))
    .join(':')}::/64`;
}

function zeros(count: number): readonly string[] {
  return '0'.repeat(Math.max(count, 0)).split('');
}
