import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('tag_namespaces')
export class NamespaceRow {
  @PrimaryColumn('text')
  name!: string;

  @Column('text')
  glob!: string;

  @Column('text')
  type!: 'subject' | 'object' | 'inform';

  @Column('text')
  description!: string;

  @Column('boolean', { name: 'built_in' })
  builtIn!: boolean;
}

@Entity('roles')
export class RoleRow {
  @PrimaryColumn('text')
  id!: string;

  @Column('text')
  name!: string;

  @Column('text')
  description!: string;

  @Column('boolean', { name: 'built_in' })
  builtIn!: boolean;
}
