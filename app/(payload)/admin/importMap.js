import { RscEntryLexicalCell as RscEntryLexicalCell_44fe37237e0ebf4470c9990d8cb7b07e } from '@payloadcms/richtext-lexical/rsc'
import { RscEntryLexicalField as RscEntryLexicalField_44fe37237e0ebf4470c9990d8cb7b07e } from '@payloadcms/richtext-lexical/rsc'
import { LexicalDiffComponent as LexicalDiffComponent_44fe37237e0ebf4470c9990d8cb7b07e } from '@payloadcms/richtext-lexical/rsc'
import { FixedToolbarFeatureClient as FixedToolbarFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { CleanPasteFeatureClient as CleanPasteFeatureClient_ee7697b5ff456ebeff0b8f400917795c } from '../../../components/admin/CleanPaste/CleanPaste'
import { UploadFeatureClient as UploadFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { TableFeatureClient as TableFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { LinkFeatureClient as LinkFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { BlockquoteFeatureClient as BlockquoteFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { UnorderedListFeatureClient as UnorderedListFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { OrderedListFeatureClient as OrderedListFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { AlignFeatureClient as AlignFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { BoldFeatureClient as BoldFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { ItalicFeatureClient as ItalicFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { HeadingFeatureClient as HeadingFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { ParagraphFeatureClient as ParagraphFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { StageCell as StageCell_931ddcbbaf62593039534e77bfedd9e9 } from '../../../components/admin/StageCell/StageCell'
import { ReviewPanel as ReviewPanel_16066ea556429921be2189897c2198bd } from '../../../components/admin/ReviewPanel/ReviewPanel'
import { ReviewBatch as ReviewBatch_572cf4dc4ad3f7e96134d7e3a2db72b0 } from '../../../components/admin/ReviewBatch/ReviewBatch'
import { PublishButton as PublishButton_2d23f5da040ab70d0d5b97fdda304408 } from '../../../components/admin/PublishButton/PublishButton'
import { RuleCount as RuleCount_db007a464531cd749470d44fb2eb1cde } from '../../../components/admin/RuleCount/RuleCount'
import { ReportTables as ReportTables_368b2c8c0e70568d7a6d54a7a15f4bd9 } from '../../../components/admin/ReportTables/ReportTables'
import { BoardLink as BoardLink_c6edbecb62ed1ad79dd55dd91208eb10 } from '../../../components/admin/ReportBoard/BoardLink'
import { ImportLink as ImportLink_222206befd6d3247c536df4f2ca4e3f4 } from '../../../components/admin/ReportImport/ImportLink'
import { NormativeLink as NormativeLink_0a9caf1a5d55ef42e742b6c07d9ca083 } from '../../../components/admin/NormativeBoard/NormativeLink'
import { WebsiteForm as WebsiteForm_de04540b13a85ea64d3a9a8db6e9b257 } from '../../../components/admin/WebsiteForm/WebsiteForm'
import { QuarterFigures as QuarterFigures_c8c1af7a5e2bae411ca8ed52b00e2726 } from '../../../components/admin/QuarterFigures/QuarterFigures'
import { PolicyGaps as PolicyGaps_70dd23119877995e6820ec0cca784ad1 } from '../../../components/admin/PolicyGaps/PolicyGaps'
import { ModerationLink as ModerationLink_469997bb1befd7e9614acbd47dcd6d7f } from '../../../components/admin/ModerationBoard/ModerationLink'
import { LetterPanel as LetterPanel_8efe7650ba2fedac2192b0bb915954f5 } from '../../../components/admin/LetterPanel/LetterPanel'
import { Reveal as Reveal_0245901c1d5b44615e2fcbd8bfea0a98 } from '../../../components/admin/Reveal/Reveal'
import { AnswersDeskLink as AnswersDeskLink_5ee88ae5659c2b7fd12f1d57df8f1714 } from '../../../components/admin/AnswersDesk/AnswersDeskLink'
import { AlertsLink as AlertsLink_abbec0ed97448a5d676803392735ccd2 } from '../../../components/admin/AlertsBoard/AlertsLink'
import { FoundCitations as FoundCitations_3edb3b62485038d5127903c1efb14896 } from '../../../components/admin/FoundCitations/FoundCitations'
import { CasePanel as CasePanel_a0b91dcb12cea2ebd43d3c3a930a85ea } from '../../../components/admin/CasePanel/CasePanel'
import { DeskLink as DeskLink_a1ceac45ac7be38f53fe39722671d9dd } from '../../../components/admin/ApplicationsDesk/DeskLink'
import { LedgerExport as LedgerExport_987dc2d697c9d9ad1e9a854f8a4c3c1e } from '../../../components/admin/LedgerExport/LedgerExport'
import { AskedPurpose as AskedPurpose_8fb18607fc69b70d277a45eab636b07e } from '../../../components/admin/CasePanel/AskedPurpose'
import { ReleaseFindings as ReleaseFindings_a5976911c60a91a286d03fb3ac33a4ca } from '../../../components/admin/ReleaseFindings/ReleaseFindings'
import { TemplateHelp as TemplateHelp_51e8088277abbacb07042733bc87eb2e } from '../../../components/admin/TemplateHelp/TemplateHelp'
import { RetryMail as RetryMail_d684c251bbdc8685cc073ca2e7bc243a } from '../../../components/admin/RetryMail/RetryMail'
import { ColumnRenewals as ColumnRenewals_d2b0252a51c99c2ebc6def2d5ba2ee7d } from '../../../components/admin/ColumnRenewals/ColumnRenewals'
import { CoverageLink as CoverageLink_79293803e87f039f4831f62d07f30c9c } from '../../../components/admin/CoverageBoard/CoverageLink'
import { FileTextState as FileTextState_dc7c9ef262d28c133a9dd2843516c206 } from '../../../components/admin/FileTextState/FileTextState'
import { AuditExport as AuditExport_bb3ce40648ccfe2ce26f3fdce62d64bb } from '../../../components/admin/AuditExport/AuditExport'
import { WordsCell as WordsCell_46430c287f244862f067c4af3ece4f67 } from '../../../components/admin/WordsCell/WordsCell'
import { SearchLink as SearchLink_ca85ba150520e9725e35d9fb140e3762 } from '../../../components/admin/SearchBoard/SearchLink'
import { PinStanding as PinStanding_d0905c06e09e2367b07579a363c2d6da } from '../../../components/admin/PinStanding/PinStanding'
import { Icon as Icon_f1facf59b118a25600b2384b3defa172 } from '../../../components/admin/Brand/Brand'
import { Logo as Logo_f1facf59b118a25600b2384b3defa172 } from '../../../components/admin/Brand/Brand'
import { MyWork as MyWork_d863eec6228c20c81588fb6f7b34386e } from '../../../components/admin/MyWork/MyWork'
import { CoverageBoard as CoverageBoard_cf108535cfd29f87b6f980e912697788 } from '../../../components/admin/CoverageBoard/CoverageBoard'
import { ApplicationsDesk as ApplicationsDesk_63d4d3fd7afc1e8f2addd3a67c6f93bb } from '../../../components/admin/ApplicationsDesk/ApplicationsDesk'
import { AnswersDesk as AnswersDesk_57d5de366a5a2ecbcb1f2c63984aa21c } from '../../../components/admin/AnswersDesk/AnswersDesk'
import { ModerationBoard as ModerationBoard_523f2cf84f206f1e18146776cd467ee2 } from '../../../components/admin/ModerationBoard/ModerationBoard'
import { ReportBoard as ReportBoard_a4a91e7e0c14fd67e6f79445618d67dd } from '../../../components/admin/ReportBoard/ReportBoard'
import { NormativeBoard as NormativeBoard_a76aa8146efd5885629ae9ef3b48cad6 } from '../../../components/admin/NormativeBoard/NormativeBoard'
import { ReportImport as ReportImport_f1447b1bab7360833f6498e4b3b2726f } from '../../../components/admin/ReportImport/ReportImport'
import { AlertsBoard as AlertsBoard_7cc809a9bb169c694fc8ca535ba7e8d4 } from '../../../components/admin/AlertsBoard/AlertsBoard'
import { SearchBoard as SearchBoard_5ddc6aa9ec11cbcca35b9e63f6e24c02 } from '../../../components/admin/SearchBoard/SearchBoard'
import { CollectionCards as CollectionCards_f9c02e79a4aed9a3924487c0cd4cafb1 } from '@payloadcms/next/rsc'

/** @type import('payload').ImportMap */
export const importMap = {
  "@payloadcms/richtext-lexical/rsc#RscEntryLexicalCell": RscEntryLexicalCell_44fe37237e0ebf4470c9990d8cb7b07e,
  "@payloadcms/richtext-lexical/rsc#RscEntryLexicalField": RscEntryLexicalField_44fe37237e0ebf4470c9990d8cb7b07e,
  "@payloadcms/richtext-lexical/rsc#LexicalDiffComponent": LexicalDiffComponent_44fe37237e0ebf4470c9990d8cb7b07e,
  "@payloadcms/richtext-lexical/client#FixedToolbarFeatureClient": FixedToolbarFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "/components/admin/CleanPaste/CleanPaste#CleanPasteFeatureClient": CleanPasteFeatureClient_ee7697b5ff456ebeff0b8f400917795c,
  "@payloadcms/richtext-lexical/client#UploadFeatureClient": UploadFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#TableFeatureClient": TableFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#LinkFeatureClient": LinkFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#BlockquoteFeatureClient": BlockquoteFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#UnorderedListFeatureClient": UnorderedListFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#OrderedListFeatureClient": OrderedListFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#AlignFeatureClient": AlignFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#BoldFeatureClient": BoldFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#ItalicFeatureClient": ItalicFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#HeadingFeatureClient": HeadingFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#ParagraphFeatureClient": ParagraphFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "/components/admin/StageCell/StageCell#StageCell": StageCell_931ddcbbaf62593039534e77bfedd9e9,
  "/components/admin/ReviewPanel/ReviewPanel#ReviewPanel": ReviewPanel_16066ea556429921be2189897c2198bd,
  "/components/admin/ReviewBatch/ReviewBatch#ReviewBatch": ReviewBatch_572cf4dc4ad3f7e96134d7e3a2db72b0,
  "/components/admin/PublishButton/PublishButton#PublishButton": PublishButton_2d23f5da040ab70d0d5b97fdda304408,
  "/components/admin/RuleCount/RuleCount#RuleCount": RuleCount_db007a464531cd749470d44fb2eb1cde,
  "/components/admin/ReportTables/ReportTables#ReportTables": ReportTables_368b2c8c0e70568d7a6d54a7a15f4bd9,
  "/components/admin/ReportBoard/BoardLink#BoardLink": BoardLink_c6edbecb62ed1ad79dd55dd91208eb10,
  "/components/admin/ReportImport/ImportLink#ImportLink": ImportLink_222206befd6d3247c536df4f2ca4e3f4,
  "/components/admin/NormativeBoard/NormativeLink#NormativeLink": NormativeLink_0a9caf1a5d55ef42e742b6c07d9ca083,
  "/components/admin/WebsiteForm/WebsiteForm#WebsiteForm": WebsiteForm_de04540b13a85ea64d3a9a8db6e9b257,
  "/components/admin/QuarterFigures/QuarterFigures#QuarterFigures": QuarterFigures_c8c1af7a5e2bae411ca8ed52b00e2726,
  "/components/admin/PolicyGaps/PolicyGaps#PolicyGaps": PolicyGaps_70dd23119877995e6820ec0cca784ad1,
  "/components/admin/ModerationBoard/ModerationLink#ModerationLink": ModerationLink_469997bb1befd7e9614acbd47dcd6d7f,
  "/components/admin/LetterPanel/LetterPanel#LetterPanel": LetterPanel_8efe7650ba2fedac2192b0bb915954f5,
  "/components/admin/Reveal/Reveal#Reveal": Reveal_0245901c1d5b44615e2fcbd8bfea0a98,
  "/components/admin/AnswersDesk/AnswersDeskLink#AnswersDeskLink": AnswersDeskLink_5ee88ae5659c2b7fd12f1d57df8f1714,
  "/components/admin/AlertsBoard/AlertsLink#AlertsLink": AlertsLink_abbec0ed97448a5d676803392735ccd2,
  "/components/admin/FoundCitations/FoundCitations#FoundCitations": FoundCitations_3edb3b62485038d5127903c1efb14896,
  "/components/admin/CasePanel/CasePanel#CasePanel": CasePanel_a0b91dcb12cea2ebd43d3c3a930a85ea,
  "/components/admin/ApplicationsDesk/DeskLink#DeskLink": DeskLink_a1ceac45ac7be38f53fe39722671d9dd,
  "/components/admin/LedgerExport/LedgerExport#LedgerExport": LedgerExport_987dc2d697c9d9ad1e9a854f8a4c3c1e,
  "/components/admin/CasePanel/AskedPurpose#AskedPurpose": AskedPurpose_8fb18607fc69b70d277a45eab636b07e,
  "/components/admin/ReleaseFindings/ReleaseFindings#ReleaseFindings": ReleaseFindings_a5976911c60a91a286d03fb3ac33a4ca,
  "/components/admin/TemplateHelp/TemplateHelp#TemplateHelp": TemplateHelp_51e8088277abbacb07042733bc87eb2e,
  "/components/admin/RetryMail/RetryMail#RetryMail": RetryMail_d684c251bbdc8685cc073ca2e7bc243a,
  "/components/admin/ColumnRenewals/ColumnRenewals#ColumnRenewals": ColumnRenewals_d2b0252a51c99c2ebc6def2d5ba2ee7d,
  "/components/admin/CoverageBoard/CoverageLink#CoverageLink": CoverageLink_79293803e87f039f4831f62d07f30c9c,
  "/components/admin/FileTextState/FileTextState#FileTextState": FileTextState_dc7c9ef262d28c133a9dd2843516c206,
  "/components/admin/AuditExport/AuditExport#AuditExport": AuditExport_bb3ce40648ccfe2ce26f3fdce62d64bb,
  "/components/admin/WordsCell/WordsCell#WordsCell": WordsCell_46430c287f244862f067c4af3ece4f67,
  "/components/admin/SearchBoard/SearchLink#SearchLink": SearchLink_ca85ba150520e9725e35d9fb140e3762,
  "/components/admin/PinStanding/PinStanding#PinStanding": PinStanding_d0905c06e09e2367b07579a363c2d6da,
  "/components/admin/Brand/Brand#Icon": Icon_f1facf59b118a25600b2384b3defa172,
  "/components/admin/Brand/Brand#Logo": Logo_f1facf59b118a25600b2384b3defa172,
  "/components/admin/MyWork/MyWork#MyWork": MyWork_d863eec6228c20c81588fb6f7b34386e,
  "/components/admin/CoverageBoard/CoverageBoard#CoverageBoard": CoverageBoard_cf108535cfd29f87b6f980e912697788,
  "/components/admin/ApplicationsDesk/ApplicationsDesk#ApplicationsDesk": ApplicationsDesk_63d4d3fd7afc1e8f2addd3a67c6f93bb,
  "/components/admin/AnswersDesk/AnswersDesk#AnswersDesk": AnswersDesk_57d5de366a5a2ecbcb1f2c63984aa21c,
  "/components/admin/ModerationBoard/ModerationBoard#ModerationBoard": ModerationBoard_523f2cf84f206f1e18146776cd467ee2,
  "/components/admin/ReportBoard/ReportBoard#ReportBoard": ReportBoard_a4a91e7e0c14fd67e6f79445618d67dd,
  "/components/admin/NormativeBoard/NormativeBoard#NormativeBoard": NormativeBoard_a76aa8146efd5885629ae9ef3b48cad6,
  "/components/admin/ReportImport/ReportImport#ReportImport": ReportImport_f1447b1bab7360833f6498e4b3b2726f,
  "/components/admin/AlertsBoard/AlertsBoard#AlertsBoard": AlertsBoard_7cc809a9bb169c694fc8ca535ba7e8d4,
  "/components/admin/SearchBoard/SearchBoard#SearchBoard": SearchBoard_5ddc6aa9ec11cbcca35b9e63f6e24c02,
  "@payloadcms/next/rsc#CollectionCards": CollectionCards_f9c02e79a4aed9a3924487c0cd4cafb1
}
