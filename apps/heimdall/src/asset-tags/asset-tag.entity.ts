import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** A catalogue tag on an asset; `assetKey` is the name in the one form in which assets are looked up. */
@Entity('asset_tags')
@Index('asset_tags_group', ['groupId'])
export class AssetTagRow {
  @PrimaryColumn('text', { name: 'asset_key' })
  assetKey!: string;

  @PrimaryColumn('text', { name: 'tag_fqn' })
  tagFqn!: string;

  @Column('text', { name: 'asset_fqn' })
  assetFqn!: string;

  @Column('text', { name: 'asset_type' })
  assetType!: string;

  @Column('text', { name: 'group_id' })
  groupId!: string;

  @Column('timestamptz', { name: 'created_at' })
  createdAt!: Date;

  @Column('timestamptz', { name: 'updated_at' })
  updatedAt!: Date;
}
