// The same questions as a page made with survey-core and its renderer. QUESTIONS comes from the bench.

import { Model } from "survey-core";
import { renderSurvey } from "survey-js-ui";

const survey = new Model(QUESTIONS);
renderSurvey(survey, document.getElementById("checker"));
