import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A key that seals secrets, itself sealed with the key file. */
@Entity('data_keys')
export class DataKeyRow {
  @PrimaryColumn('text')
  id!: string;

  @Column('text')
  sealed!: string;

  @Column('timestamptz', { name: 'created_at' })
  createdAt!: Date;
}
