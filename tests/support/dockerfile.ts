/** One instruction of a Dockerfile, with lines that go on joined to one. */
export interface Instruction {
  readonly name: string;
  readonly words: readonly string[];
}

/** The instructions of each stage, from its FROM on. https://docs.docker.com/reference/dockerfile/ */
export function readStages(dockerfile: string): readonly (readonly Instruction[])[] {
  const lines = dockerfile
    .replaceAll(/^\s*#.*\n/gm, '')
    .replaceAll(/\\\n/g, ' ')
    .split('\n')
    .filter((line) => line.trim() !== '');
  const stages: Instruction[][] = [];
  for (const line of lines) {
    const [name = '', ...words] = line.trim().split(/\s+/);
    if (name === 'FROM') stages.push([]);
    stages.at(-1)?.push({ name, words });
  }
  return stages;
}
