//! Why a message was not delivered: the error of a report, and the gateway's table of errors.

use std::fmt;

use crate::mask;
use crate::outcome::{Outcome, Resend, excerpt};
use crate::tell::answer;

/// One error of the table.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct DeliveryErrorRow {
    /// Its number.
    pub id: u16,
    /// Its group: 0 none, 1 of the handset, 2 of the user, 3 of the operator.
    pub group: u8,
    /// Its name.
    pub name: &'static str,
    /// Whether the same message, sent again unchanged, fails in the same way.
    pub permanent: bool,
}

/// Where the table comes from. It is documented. 4102 stands in two groups there; 351 is not permanent and 628 is,
/// against what their names suggest. The manual of 2015 differs in names and in who is permanent, which is one more reason to take
/// a report's own word first.
pub const DELIVERY_ERRORS_SOURCE: &str = "vendor's page on response statuses and error codes, general error codes";

const fn lasting(id: u16, group: u8, name: &'static str) -> DeliveryErrorRow {
    DeliveryErrorRow { id, group, name, permanent: true }
}

const fn passing(id: u16, group: u8, name: &'static str) -> DeliveryErrorRow {
    DeliveryErrorRow { id, group, name, permanent: false }
}

/// Every error that the documents name.
pub const DELIVERY_ERRORS: &[DeliveryErrorRow] = &[
    passing(0, 0, "NO_ERROR"),
    lasting(1, 1, "EC_UNKNOWN_SUBSCRIBER"),
    passing(2, 1, "EC_UNKNOWN_BASE_STATION"),
    passing(5, 1, "EC_UNIDENTIFIED_SUBSCRIBER"),
    passing(6, 1, "EC_ABSENT_SUBSCRIBER_SM"),
    passing(7, 1, "EC_UNKNOWN_EQUIPMENT"),
    passing(8, 1, "EC_ROAMING_NOT_ALLOWED"),
    lasting(9, 1, "EC_ILLEGAL_SUBSCRIBER"),
    lasting(11, 1, "EC_TELESERVICE_NOT_PROVISIONED"),
    lasting(12, 1, "EC_ILLEGAL_EQUIPMENT"),
    passing(13, 1, "EC_CALL_BARRED"),
    passing(21, 1, "EC_FACILITY_NOT_SUPPORTED"),
    passing(27, 1, "EC_ABSENT_SUBSCRIBER"),
    passing(31, 1, "EC_SUBSCRIBER_BUSY_FOR_MT_SMS"),
    passing(32, 1, "EC_SM_DELIVERY_FAILURE"),
    passing(33, 1, "EC_MESSAGE_WAITING_LIST_FULL"),
    passing(34, 1, "EC_SYSTEM_FAILURE"),
    passing(35, 1, "EC_DATA_MISSING"),
    passing(36, 1, "EC_UNEXPECTED_DATA_VALUE"),
    passing(255, 1, "EC_UNKNOWN_ERROR"),
    passing(256, 1, "EC_SM_DF_MEMORYCAPACITYEXCEEDED"),
    passing(257, 1, "EC_SM_DF_EQUIPMENTPROTOCOLERROR"),
    passing(258, 1, "EC_SM_DF_EQUIPMENTNOTSM_EQUIPPED"),
    passing(259, 1, "EC_SM_DF_UNKNOWNSERVICECENTRE"),
    passing(260, 1, "EC_SM_DF_SC_CONGESTION"),
    passing(261, 1, "EC_SM_DF_INVALIDSME_ADDRESS"),
    passing(262, 1, "EC_SM_DF_SUBSCRIBERNOTSC_SUBSCRIBER"),
    passing(500, 1, "EC_PROVIDER_GENERAL_ERROR"),
    passing(502, 1, "EC_NO_RESPONSE"),
    passing(503, 1, "EC_SERVICE_COMPLETION_FAILURE"),
    passing(504, 1, "EC_UNEXPECTED_RESPONSE_FROM_PEER"),
    passing(507, 1, "EC_MISTYPED_PARAMETER"),
    passing(508, 1, "EC_NOT_SUPPORTED_SERVICE"),
    passing(509, 1, "EC_DUPLICATED_INVOKE_ID"),
    lasting(565, 1, "EC_CANNOT_RECEIVE_SC"),
    lasting(573, 1, "EC_SC_BLOCKED_BY_END_USER"),
    passing(581, 1, "EC_USER_OUT_OF_CREDIT"),
    lasting(628, 1, "EC_TEMPORARY_HANDSET_FAILURE"),
    lasting(629, 1, "EC_DEST_ADDRESS_UNABLE_TO_RECEIVE_SMS"),
    passing(1024, 1, "EC_OR_APPCONTEXTNOTSUPPORTED"),
    passing(1025, 1, "EC_OR_INVALIDDESTINATIONREFERENCE"),
    passing(1026, 1, "EC_OR_INVALIDORIGINATINGREFERENCE"),
    passing(1027, 1, "EC_OR_ENCAPSULATEDAC_NOTSUPPORTED"),
    passing(1028, 1, "EC_OR_TRANSPORTPROTECTIONNOTADEQUATE"),
    passing(1029, 1, "EC_OR_NOREASONGIVEN"),
    passing(1030, 1, "EC_OR_POTENTIALVERSIONINCOMPATIBILITY"),
    passing(1031, 1, "EC_OR_REMOTENODENOTREACHABLE"),
    passing(1152, 1, "EC_NNR_NOTRANSLATIONFORANADDRESSOFSUCHNATURE"),
    passing(1153, 1, "EC_NNR_NOTRANSLATIONFORTHISSPECIFICADDRESS"),
    passing(1154, 1, "EC_NNR_SUBSYSTEMCONGESTION"),
    passing(1155, 1, "EC_NNR_SUBSYSTEMFAILURE"),
    passing(1156, 1, "EC_NNR_UNEQUIPPEDUSER"),
    passing(1157, 1, "EC_NNR_MTPFAILURE"),
    passing(1158, 1, "EC_NNR_NETWORKCONGESTION"),
    passing(1159, 1, "EC_NNR_UNQUALIFIED"),
    passing(1160, 1, "EC_NNR_ERRORINMESSAGETRANSPORTXUDT"),
    passing(1161, 1, "EC_NNR_ERRORINLOCALPROCESSINGXUDT"),
    passing(1162, 1, "EC_NNR_DESTINATIONCANNOTPERFORMREASSEMBLYXUDT"),
    passing(1163, 1, "EC_NNR_SCCPFAILURE"),
    passing(1164, 1, "EC_NNR_HOPCOUNTERVIOLATION"),
    passing(1165, 1, "EC_NNR_SEGMENTATIONNOTSUPPORTED"),
    passing(1166, 1, "EC_NNR_SEGMENTATIONFAILURE"),
    passing(1281, 1, "EC_UA_USERSPECIFICREASON"),
    passing(1282, 1, "EC_UA_USERRESOURCELIMITATION"),
    passing(1283, 1, "EC_UA_RESOURCEUNAVAILABLE"),
    passing(1284, 1, "EC_UA_APPLICATIONPROCEDURECANCELLATION"),
    passing(1536, 1, "EC_PA_PROVIDERMALFUNCTION"),
    passing(1537, 1, "EC_PA_SUPPORTINGDIALOGORTRANSACTIONREALEASED"),
    passing(1538, 1, "EC_PA_RESSOURCELIMITATION"),
    passing(1539, 1, "EC_PA_MAINTENANCEACTIVITY"),
    passing(1540, 1, "EC_PA_VERSIONINCOMPATIBILITY"),
    passing(1541, 1, "EC_PA_ABNORMALMAPDIALOG"),
    passing(1792, 1, "EC_NC_ABNORMALEVENTDETECTEDBYPEER"),
    passing(1793, 1, "EC_NC_RESPONSEREJECTEDBYPEER"),
    passing(1794, 1, "EC_NC_ABNORMALEVENTRECEIVEDFROMPEER"),
    passing(1795, 1, "EC_NC_MESSAGECANNOTBEDELIVEREDTOPEER"),
    passing(1796, 1, "EC_NC_PROVIDEROUTOFINVOKE"),
    lasting(323, 2, "EC_INVALID_REQUEST_TYPE"),
    passing(351, 2, "EC_INVALID_DESTINATION_ADDRESS"),
    lasting(352, 2, "EC_INVALID_REQUEST_DESTINATION"),
    lasting(355, 2, "EC_MSG_TEXT_TOO_LONG"),
    lasting(368, 2, "EC_INVALID_SOURCE_ADDRESS"),
    lasting(433, 2, "EC_ACCOUNT_ACCESS_DENIED"),
    passing(541, 2, "EC_LIMIT_REACHED"),
    passing(542, 2, "EC_QUOTA_REACHED"),
    lasting(572, 2, "EC_CAMPAIGNID_NOT_PROVISIONED"),
    lasting(577, 2, "EC_ACC_NOT_PROVISIONED_TO_SMS_DEMO_SC"),
    lasting(578, 2, "EC_EXCEEDED_THE_TIME_LIMIT_OF_SMS_DEMO"),
    lasting(579, 2, "EC_DEST_ADDRESS_NOT_IN_SMS_DEMO"),
    lasting(580, 2, "EC_EXCEEDED_THE_MAX_NUMBER"),
    lasting(594, 2, "EC_INVALID_GLOBAL_CAMPAIGN_ID"),
    lasting(597, 2, "EC_ACC_HAS_NO_ADRESS_FOR_DESR"),
    lasting(598, 2, "EC_INTERACTION_NOT_SUPPORTED"),
    lasting(601, 2, "EC_ACC_NOT_2_WAY"),
    lasting(603, 2, "EC_CONTENT_BLOCKED"),
    lasting(604, 2, "EC_BLOCKED_BY_CAMPAIGN_BLACKLIST"),
    lasting(607, 2, "EC_REJECTED_SPAM_BY_OPERATOR"),
    passing(608, 2, "EC_SIGNALS_BLOCKED"),
    lasting(609, 2, "EC_SIGNALS_HARD_LIMIT_REACHED"),
    lasting(2049, 2, "EC_IMSI_BLACKLISTED"),
    lasting(2052, 2, "EC_BLACKLISTED_DESTINATIONADDRESS"),
    lasting(2053, 2, "EC_BLACKLISTED_SENDERADDRESS"),
    lasting(3041, 2, "EC_DEACTIVATED_LIST"),
    lasting(4096, 2, "EC_INVALID_PDU_FORMAT"),
    lasting(4099, 2, "EC_MONTHLY_LIMIT_REACHED"),
    lasting(4100, 2, "EC_MESSAGE_CANCELED"),
    lasting(4101, 2, "EC_VALIDITY_EXPIRED"),
    lasting(4102, 2, "EC_NOTSUBMITTEDTOSMPPCHANNEL"),
    lasting(4103, 2, "EC_DESTINATION_FLOODING"),
    lasting(4104, 2, "EC_DESTINATION_TXT_FLOODING"),
    lasting(4202, 2, "EC_10DLC_LIMIT_REACHED"),
    lasting(10, 3, "EC_BEARER_SERVICE_NOT_PROVISIONED"),
    passing(15, 3, "EC_CUG_REJECT"),
    passing(20, 3, "EC_SS_INCOMPATIBILITY"),
    passing(24, 3, "EC_NO_RADIO_RESOURCE_AVAILABLE"),
    lasting(51, 3, "EC_RESOURCE_LIMITATION"),
    passing(71, 3, "EC_UNKNOWN_ALPHABET"),
    lasting(345, 3, "EC_OPERATOR_NOT_FOUND"),
    lasting(375, 3, "EC_SOURCE_ADDRESS_IS_BLOCKED"),
    lasting(488, 3, "EC_TF_NUMBER_NOT_VERIFIED"),
    passing(501, 3, "EC_INVALID_RESPONSE_RECEIVED"),
    lasting(560, 3, "EC_SC_BLOCKED_FOR_END_USER"),
    lasting(561, 3, "EC_CONTENT_BLOCKED_BY_OPERATOR"),
    lasting(562, 3, "EC_SC_NOT_PROVISIONED"),
    lasting(563, 3, "EC_SC_EXPIRED"),
    lasting(564, 3, "EC_SC_BLOCKED"),
    lasting(566, 3, "EC_DESTINATION_BLOCKED_BY_OPERATOR"),
    lasting(568, 3, "EC_DESTINATION_NOT_SMS_PROVISIONED"),
    lasting(569, 3, "EC_DEST_ADDRESS_SUSPENDED"),
    passing(571, 3, "EC_CAMPAIGN_ID_REJECTED"),
    lasting(574, 3, "EC_BLOCKED_NEW_SUBSCRIPTIONS_FOR_SC"),
    lasting(592, 3, "EC_ACCOUNT_NOT_PROVISIONED_FOR_CHANNEL"),
    lasting(630, 3, "EC_DEST_OVERLOADED"),
    lasting(631, 3, "EC_MOBILE_OPERATOR_NETWORK_ERROR"),
    lasting(632, 3, "EC_SMS_REJECTED_BY_MOBILE_OPERATOR"),
    lasting(633, 3, "EC_UNKNOWN_MOBILE_OPERATOR"),
    lasting(810, 3, "EC_FAILED_MESSAGE_DELIVERY"),
    lasting(811, 3, "EC_MESSAGE_EXPIRED"),
    lasting(815, 3, "EC_MESSAGE_SUBMITTED_NOT_ACKED"),
    passing(2048, 3, "EC_TIME_OUT"),
    lasting(2050, 3, "EC_DEST_ADDRESS_BLACKLISTED"),
    passing(2051, 3, "EC_INVALIDMSCADDRESS"),
    passing(4097, 3, "EC_NOTSUBMITTEDTOGMSC"),
    passing(4098, 3, "EC_VP_EXPIRED"),
    lasting(4102, 3, "EC_NOTSUBMITTEDTOSMPPCHANNEL"),
    lasting(5492, 3, "EC_DUPLICATE_MESSAGE"),
];

/// The number of a permanent error, else 0, which is the number of none.
const fn permanent(row: &DeliveryErrorRow) -> u16 {
    if row.permanent { row.id } else { 0 }
}

excerpt! { PERMANENT: u16 = permanent, DELIVERY_ERRORS }

answer! {
    /// Why a message was not delivered, as the gateway gave it; `NO_ERROR` where it was. All of it is optional, and no
    /// value is closed.
    #[derive(Clone, Default, PartialEq, Eq)]
    pub struct DeliveryError {
        /// The group's number.
        pub group_id = "groupId": Option<i64>,
        /// The group's name.
        pub group_name = "groupName": Option<String>,
        /// The error's number.
        pub id = "id": Option<i64>,
        /// The error's name.
        pub name = "name": Option<String>,
        /// What it says to people.
        pub description = "description": Option<String>,
        /// Whether the same message, sent again unchanged, fails in the same way.
        pub permanent = "permanent": Option<bool>,
    }
}

impl fmt::Debug for DeliveryError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("DeliveryError")
            .field("group_id", &self.group_id)
            .field("group_name", &self.group_name.as_deref().map(mask::words))
            .field("id", &self.id)
            .field("name", &self.name.as_deref().map(mask::words))
            .field("description", &self.description.as_deref().map(mask::words))
            .field("permanent", &self.permanent)
            .finish()
    }
}

impl DeliveryError {
    /// The table's row of that number; of two, the one of the group that came.
    #[must_use]
    pub fn row(&self) -> Option<&'static DeliveryErrorRow> {
        let rows = || DELIVERY_ERRORS.iter().filter(|row| self.id == Some(i64::from(row.id)));
        rows().find(|row| self.group_id == Some(i64::from(row.group))).or_else(|| rows().next())
    }

    /// Whether the same message fails again: the gateway's own word, else what the table says of the number.
    fn is_permanent(&self) -> bool {
        let id = self.id.and_then(|id| u16::try_from(id).ok()).filter(|id| *id != 0);
        self.permanent.unwrap_or_else(|| id.is_some_and(|id| PERMANENT.contains(&id)))
    }

    /// What it adds to what the status says of a message that failed: where the same message would fail again, something
    /// has to be mended first. A fate that is not known stays so, for such a message may have arrived.
    pub(in crate::infobip) fn refine(&self, outcome: &mut Outcome) {
        let may_go_again = matches!(outcome.resend, Resend::Safe | Resend::SafeAfter);
        if outcome.is_failure() && may_go_again && self.is_permanent() {
            outcome.resend = Resend::AfterFix;
        }
    }
}
