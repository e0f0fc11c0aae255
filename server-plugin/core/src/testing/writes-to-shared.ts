import type { Function as AnyFunction, Node } from 'acorn';

interface Scope {
  readonly names: ReadonlySet<string>;
  readonly outer: Scope | undefined;
  readonly depth: number;
}

/** Of the script itself, and of the one function around all that it has. */
const SHARED_DEPTH = 1;

/**
 * Writes to the variables that all calls share, by what calls run: the server's engine refuses each of them, and the call fails.
 * @param program of an ES5 script, which declares by `var` and `function` alone
 * @returns names of the variables
 */
export function writesToShared(program: Node): readonly string[] {
  const found: string[] = [];
  visit(program, { names: new Set(declared(program)), outer: undefined, depth: 0 }, found);
  return found;
}

function visit(node: Node, scope: Scope, found: string[]): void {
  for (const child of childrenOf(node)) {
    if (isFunction(child)) {
      const parameters = child.params.flatMap((parameter) => (parameter.type === 'Identifier' ? [parameter.name] : []));
      const own = child.type === 'FunctionExpression' && child.id != null ? [child.id.name] : [];
      const names = new Set([...own, ...parameters, ...declared(child)]);
      visit(child, { names, outer: scope, depth: scope.depth + 1 }, found);
      continue;
    }
    const target = targetOf(child);
    if (target !== undefined && scope.depth > SHARED_DEPTH && depthOf(target, scope) <= SHARED_DEPTH)
      found.push(target);
    visit(child, scope, found);
  }
}

/** The variable that a node assigns to. */
function targetOf(node: Node): string | undefined {
  const { left, argument } = node as {
    left?: { type: string; name: string };
    argument?: { type: string; name: string };
  };
  const isAssignment = node.type === 'AssignmentExpression' || node.type === 'ForInStatement';
  const target = isAssignment ? left : node.type === 'UpdateExpression' ? argument : undefined;
  return target?.type === 'Identifier' ? target.name : undefined;
}

/** What nobody declares is a global. */
function depthOf(name: string, scope: Scope | undefined): number {
  if (scope === undefined) return 0;
  return scope.names.has(name) ? scope.depth : depthOf(name, scope.outer);
}

/** What a function declares: in its blocks too, but not in functions within. */
function declared(node: Node): readonly string[] {
  return childrenOf(node).flatMap((child) => {
    const { id } = child as { readonly id?: { readonly name: string } | null };
    const name =
      (child.type === 'VariableDeclarator' || child.type === 'FunctionDeclaration') && id != null ? [id.name] : [];
    return isFunction(child) ? name : [...name, ...declared(child)];
  });
}

function isFunction(node: Node): node is AnyFunction {
  return node.type === 'FunctionDeclaration' || node.type === 'FunctionExpression';
}

function childrenOf(node: Node): readonly Node[] {
  return Object.values(node)
    .flat()
    .filter((value): value is Node => typeof (value as Node | null)?.type === 'string');
}
