import * as migration_20261124_231103_initial from './20261124_231103_initial';
import * as migration_20261125_223849_publishing from './20261125_223849_publishing';
import * as migration_20261125_223855_change_by_relation from './20261125_223855_change_by_relation';
import * as migration_20261125_224549_signed_by from './20261125_224549_signed_by';
import * as migration_20261125_225140_body_images from './20261125_225140_body_images';
import * as migration_20261125_225325_citations_named from './20261125_225325_citations_named';
import * as migration_20261125_225342_citations_named_only from './20261125_225342_citations_named_only';
import * as migration_20261125_233754_autosave from './20261125_233754_autosave';
import * as migration_20261126_022745_applications from './20261126_022745_applications';
import * as migration_20261126_023859_hold_personal_data from './20261126_023859_hold_personal_data';
import * as migration_20261126_024236_published_answers from './20261126_024236_published_answers';
import * as migration_20261126_055301_annual_report_work from './20261126_055301_annual_report_work';
import * as migration_20261126_093704_search_work from './20261126_093704_search_work';
import * as migration_20261126_134408_whole_platform from './20261126_134408_whole_platform';
import * as migration_20261126_140739_agency_basis from './20261126_140739_agency_basis';
import * as migration_20261126_170420_taking_part_gaps from './20261126_170420_taking_part_gaps';
import * as migration_20261126_180214_comment_query_code from './20261126_180214_comment_query_code';
import * as migration_20261127_053519_received_applications from './20261127_053519_received_applications';

export const migrations = [
  {
    up: migration_20261124_231103_initial.up,
    down: migration_20261124_231103_initial.down,
    name: '20261124_231103_initial',
  },
  {
    up: migration_20261125_223849_publishing.up,
    down: migration_20261125_223849_publishing.down,
    name: '20261125_223849_publishing',
  },
  {
    up: migration_20261125_223855_change_by_relation.up,
    down: migration_20261125_223855_change_by_relation.down,
    name: '20261125_223855_change_by_relation',
  },
  {
    up: migration_20261125_224549_signed_by.up,
    down: migration_20261125_224549_signed_by.down,
    name: '20261125_224549_signed_by',
  },
  {
    up: migration_20261125_225140_body_images.up,
    down: migration_20261125_225140_body_images.down,
    name: '20261125_225140_body_images',
  },
  {
    up: migration_20261125_225325_citations_named.up,
    down: migration_20261125_225325_citations_named.down,
    name: '20261125_225325_citations_named',
  },
  {
    up: migration_20261125_225342_citations_named_only.up,
    down: migration_20261125_225342_citations_named_only.down,
    name: '20261125_225342_citations_named_only',
  },
  {
    up: migration_20261125_233754_autosave.up,
    down: migration_20261125_233754_autosave.down,
    name: '20261125_233754_autosave',
  },
  {
    up: migration_20261126_022745_applications.up,
    down: migration_20261126_022745_applications.down,
    name: '20261126_022745_applications',
  },
  {
    up: migration_20261126_023859_hold_personal_data.up,
    down: migration_20261126_023859_hold_personal_data.down,
    name: '20261126_023859_hold_personal_data',
  },
  {
    up: migration_20261126_024236_published_answers.up,
    down: migration_20261126_024236_published_answers.down,
    name: '20261126_024236_published_answers',
  },
  {
    up: migration_20261126_055301_annual_report_work.up,
    down: migration_20261126_055301_annual_report_work.down,
    name: '20261126_055301_annual_report_work',
  },
  {
    up: migration_20261126_093704_search_work.up,
    down: migration_20261126_093704_search_work.down,
    name: '20261126_093704_search_work',
  },
  {
    up: migration_20261126_134408_whole_platform.up,
    down: migration_20261126_134408_whole_platform.down,
    name: '20261126_134408_whole_platform',
  },
  {
    up: migration_20261126_140739_agency_basis.up,
    down: migration_20261126_140739_agency_basis.down,
    name: '20261126_140739_agency_basis',
  },
  {
    up: migration_20261126_170420_taking_part_gaps.up,
    down: migration_20261126_170420_taking_part_gaps.down,
    name: '20261126_170420_taking_part_gaps',
  },
  {
    up: migration_20261126_180214_comment_query_code.up,
    down: migration_20261126_180214_comment_query_code.down,
    name: '20261126_180214_comment_query_code',
  },
  {
    up: migration_20261127_053519_received_applications.up,
    down: migration_20261127_053519_received_applications.down,
    name: '20261127_053519_received_applications'
  },
];
