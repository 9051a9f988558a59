"""Checks: each gives, for one rule of a notice, a finding on every subject it concerns.

A new check is a module here and a line in `CHECKS`, or in `BATCH_CHECKS` where it needs all applicants of a run; what a
notice sets is an argument, never written here.
"""

from __future__ import annotations

from verifier.checks.achievement_award import AchievementAward
from verifier.checks.achievement_paper import AchievementPaper
from verifier.checks.achievement_project import AchievementProject
from verifier.checks.achievement_rights import AchievementPatent, AchievementSoftware
from verifier.checks.achievement_window import AchievementWindow
from verifier.checks.application import (
    ApplicationChoice,
    ApplicationDeadline,
    ApplicationPledge,
    ApplicationSummary,
)
from verifier.checks.appointments import AppointmentLetter, AppointmentMatch
from verifier.checks.appraisal_contents import AppraisalEmployer, AppraisalResult, AppraisalSeal
from verifier.checks.appraisal_narrative import AppraisalNarrative
from verifier.checks.appraisal_tables import AppraisalEachYear, AppraisalNotAward, AppraisalSingleYear
from verifier.checks.batch_duplicate import BatchDuplicate
from verifier.checks.check import BatchCheck, Check
from verifier.checks.education_agreement import EducationDates, EducationLevel, EducationMajor, EducationSchool
from verifier.checks.education_conclusion import EducationConclusion
from verifier.checks.education_material import EducationMaterial
from verifier.checks.education_numbers import EducationDegree, EducationNumber
from verifier.checks.eligibility_route import EligibilityRoute
from verifier.checks.employment_continuity import EmploymentContinuity
from verifier.checks.exceptional_form import ExceptionalForm
from verifier.checks.exceptional_quota import ExceptionalQuota
from verifier.checks.files import DocumentExpected, FileReadable
from verifier.checks.identity_name import IdentityName
from verifier.checks.identity_number import IdentityIdNumber
from verifier.checks.identity_person import IdentityPerson
from verifier.checks.insurance_coverage import InsuranceCoverage
from verifier.checks.publicity import ApplicationPublicity
from verifier.checks.title import TitleCertificate, TitleMatch
from verifier.checks.training_sums import TrainingPublic, TrainingSpecialized, TrainingTotal
from verifier.checks.training_years import TrainingDeclared, TrainingEachYear
from verifier.checks.vocational_certificate import VocationalCertificate

CHECKS: dict[str, type[Check]] = {
    "file.readable": FileReadable,
    "document.expected": DocumentExpected,
    "identity.id_number": IdentityIdNumber,
    "identity.name": IdentityName,
    "identity.person": IdentityPerson,
    "application.choice": ApplicationChoice,
    "application.deadline": ApplicationDeadline,
    "application.publicity": ApplicationPublicity,
    "application.pledge": ApplicationPledge,
    "application.summary": ApplicationSummary,
    "education.material": EducationMaterial,
    "education.conclusion": EducationConclusion,
    "education.school": EducationSchool,
    "education.major": EducationMajor,
    "education.level": EducationLevel,
    "education.dates": EducationDates,
    "education.number": EducationNumber,
    "education.degree": EducationDegree,
    "eligibility.route": EligibilityRoute,
    "exceptional.form": ExceptionalForm,
    "vocational.certificate": VocationalCertificate,
    "employment.continuity": EmploymentContinuity,
    "title.certificate": TitleCertificate,
    "title.match": TitleMatch,
    "appraisal.each_year": AppraisalEachYear,
    "appraisal.single_year": AppraisalSingleYear,
    "appraisal.not_award": AppraisalNotAward,
    "appraisal.narrative": AppraisalNarrative,
    "appraisal.result": AppraisalResult,
    "appraisal.employer": AppraisalEmployer,
    "appraisal.seal": AppraisalSeal,
    "training.each_year": TrainingEachYear,
    "training.declared": TrainingDeclared,
    "training.total": TrainingTotal,
    "training.specialized": TrainingSpecialized,
    "training.public": TrainingPublic,
    "appointment.letter": AppointmentLetter,
    "appointment.match": AppointmentMatch,
    "insurance.coverage": InsuranceCoverage,
    "achievement.window": AchievementWindow,
    "achievement.patent": AchievementPatent,
    "achievement.software": AchievementSoftware,
    "achievement.award": AchievementAward,
    "achievement.paper": AchievementPaper,
    "achievement.project": AchievementProject,
}
BATCH_CHECKS: dict[str, type[BatchCheck]] = {
    "exceptional.quota": ExceptionalQuota,
    "batch.duplicate": BatchDuplicate,
}
