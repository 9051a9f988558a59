"""Every kind with its module. A new kind is one entry here."""

from __future__ import annotations

from extractors.kinds.annual_appraisal.appraisal import AnnualAppraisal
from extractors.kinds.appointment_letter import AppointmentLetter
from extractors.kinds.award_certificate import AwardCertificate
from extractors.kinds.chsi_registration_form import ChsiRegistrationForm
from extractors.kinds.chsi_verification_report import ChsiVerificationReport
from extractors.kinds.degree_certificate import DegreeCertificate
from extractors.kinds.exceptional_promotion_form import ExceptionalPromotionForm
from extractors.kinds.graduate_registration_form import GraduateRegistrationForm
from extractors.kinds.graduation_certificate import GraduationCertificate
from extractors.kinds.kind import DocumentKind
from extractors.kinds.overseas_degree_recognition import OverseasDegreeRecognition
from extractors.kinds.paper.paper import Paper
from extractors.kinds.patent_certificate import PatentCertificate
from extractors.kinds.project_document.document import ProjectDocument
from extractors.kinds.social_insurance_record.record import SocialInsuranceRecord
from extractors.kinds.software_copyright_certificate import SoftwareCopyrightCertificate
from extractors.kinds.title_certificate import TitleCertificate
from extractors.kinds.training_hour_card.card import TrainingHourCard
from extractors.kinds.vocational_certificate import VocationalCertificate
from extractors.kinds.worded import WordedKind
from models.document import Kind

KINDS: dict[Kind, DocumentKind] = {
    "graduation_certificate": GraduationCertificate(),
    "degree_certificate": DegreeCertificate(),
    "graduate_registration_form": GraduateRegistrationForm(),
    "chsi_registration_form": ChsiRegistrationForm(),
    "chsi_verification_report": ChsiVerificationReport(),
    "overseas_degree_recognition": OverseasDegreeRecognition(),
    "title_certificate": TitleCertificate(),
    "appointment_letter": AppointmentLetter(),
    "vocational_certificate": VocationalCertificate(),
    "training_hour_card": TrainingHourCard(),
    "annual_appraisal": AnnualAppraisal(),
    "award_certificate": AwardCertificate(),
    "social_insurance_record": SocialInsuranceRecord(),
    "patent_certificate": PatentCertificate(),
    "software_copyright_certificate": SoftwareCopyrightCertificate(),
    "paper": Paper(),
    "project_document": ProjectDocument(),
    "exceptional_promotion_form": ExceptionalPromotionForm(),
    "work_summary": WordedKind("work_summary"),
    "review_form": WordedKind("review_form"),
    "authenticity_pledge": WordedKind("authenticity_pledge"),
    "other": WordedKind("other"),
}
