/** One step of the schema. Never edited after it shipped; the number rises in tens. */
export interface Migration {
  version: number;
  name: string;
  sql: string;
}
