// The checker in React 19: attributes by their names, objects as properties, and events by `on` and their names.

import "entry-checker";
import { useState } from "react";
import { createRoot } from "react-dom/client";

const ROLES = { "clinical-or-medical-technology": "Clinical or medical technology", audiology: "Audiology" };

/** What the page knows already of the person: a 2:1 in physics. */
const GRADUATE = { degree: [{ award: "bachelor-honours", subject: "physics", class: "2:1" }] };

function Page() {
  const [role, setRole] = useState("audiology");
  const [outcomes, setOutcomes] = useState([]);
  const [profile, setProfile] = useState(null);
  const told = { "onentry-checker:result": ({ detail }) => setOutcomes(detail.outcomes) };
  return (
    <>
      <h1>A career in healthcare science</h1>
      <label>
        Role{" "}
        <select value={role} onChange={({ target }) => setRole(target.value)}>
          {Object.entries(ROLES).map(([id, name]) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </select>
      </label>
      <button type="button" onClick={() => setProfile(GRADUATE)}>
        I have a 2:1 in physics
      </button>
      <entry-checker job-role={role} profile={profile} heading-level={2} {...told}>
        <p>The checker is not here yet.</p>
      </entry-checker>
      <ul id="outcomes">
        {outcomes.map(({ route, outcome }) => (
          <li key={route}>
            {route}: {outcome}
          </li>
        ))}
      </ul>
    </>
  );
}

createRoot(document.getElementById("page")).render(<Page />);
