/**
 * The wire format: events as NDJSON, one JSON object a line.
 *
 * <p>Start with {@link io.infinityloop.json.EventWriter} and {@link io.infinityloop.json.EventReader}. This page is the
 * documentation of the format.
 *
 * <pre>{@code
 * {"v":1,"type":"recorded","id":"SHOP-1#2","source":"team-log","at":"2026-01-04T09:00:00Z","loop":"SHOP-1",
 *  "artifact":{"kind":"plan-item","id":"SHOP-1","at":"2026-01-04T09:00:00Z","title":"Pay by card"}}
 * {"v":1,"type":"advanced","id":"SHOP-1#3","source":"team-log","at":"2026-01-05T09:00:00Z","loop":"SHOP-1",
 *  "from":"PLAN","to":"CODE","entered":"2026-01-04T09:00:00Z","artifacts":["plan-item:SHOP-1"],
 *  "trigger":"MANUAL","labels":{"service":"shop"}}
 * {"type":"recorded","id":"c1","source":"git","at":"2026-01-05T15:00:00Z","labels":{"service":"shop"},
 *  "artifact":{"kind":"commit","id":"4f2a91c","at":"2026-01-05T15:00:00Z","authoredAt":"2026-01-05T14:00:00Z"}}
 * {"type":"recorded","id":"r1","source":"ci","at":"2026-01-07T09:00:00Z","labels":{"service":"shop"},
 *  "artifact":{"kind":"release","id":"v1.4.2","at":"2026-01-07T09:00:00Z","version":"1.4.2","derivedFrom":["commit:4f2a91c"]}}
 * {"type":"recorded","id":"d1","source":"ci","at":"2026-01-07T10:10:00Z","labels":{"service":"shop"},
 *  "artifact":{"kind":"deployment","id":"deploy-3","at":"2026-01-07T10:00:00Z","environment":"PRODUCTION",
 *   "status":"SUCCEEDED","finishedAt":"2026-01-07T10:10:00Z","derivedFrom":["release:v1.4.2"]}}
 * }</pre>
 *
 * (Broken here for the page; in a log each is one line.)
 *
 * <h2>Events</h2>
 *
 * Every event has {@code type}, {@code id}, {@code source} and {@code at}, and may have {@code v}, {@code trigger} and
 * {@code labels}. Source and id together name it. Besides:
 *
 * <table>
 *   <caption>What each type has</caption>
 *   <tr><th>type</th><th>fields; those in brackets may be left out</th></tr>
 *   <tr><td>{@code started}</td><td>{@code loop}, {@code stage}, [{@code definition}]</td></tr>
 *   <tr><td>{@code recorded}</td><td>[{@code loop}], {@code artifact}</td></tr>
 *   <tr><td>{@code advanced}</td><td>{@code loop}, {@code from}, {@code to}, {@code entered}, [{@code artifacts}]</td></tr>
 *   <tr><td>{@code returned}</td><td>{@code loop}, {@code from}, {@code to}, {@code entered}, {@code cause}</td></tr>
 *   <tr><td>{@code migrated}</td><td>{@code loop}, {@code from}, {@code to}: two definitions</td></tr>
 *   <tr><td>{@code retired}</td><td>{@code loop}, {@code reason}</td></tr>
 * </table>
 *
 * <h2>Artifacts</h2>
 *
 * Every artifact has {@code kind}, {@code id} and {@code at}, and may have {@code derivedFrom} and {@code labels}.
 * Besides:
 *
 * <table>
 *   <caption>What each kind has</caption>
 *   <tr><th>kind</th><th>fields; those in brackets may be left out</th></tr>
 *   <tr><td>{@code plan-item}</td><td>[{@code title}], [{@code tasks}], [{@code acceptanceCriteria}],
 *       [{@code work}: UNKNOWN], [{@code level}: UNKNOWN], [{@code status}: UNKNOWN], [{@code parent}],
 *       [{@code iteration}], [{@code priority}], [{@code estimate}], [{@code problem}], [{@code value}],
 *       [{@code goals}], [{@code signals}], [{@code successObservation}], [{@code assumptions}], [{@code risks}],
 *       [{@code requirements}]</td></tr>
 *   <tr><td>{@code commit}</td><td>{@code authoredAt}, [{@code subject}], [{@code parents}], [{@code reverts}],
 *       and the details of a change</td></tr>
 *   <tr><td>{@code pull-request}</td><td>[{@code title}], {@code status}, [{@code closedAt}], [{@code reviews}],
 *       [{@code build}], and the details of a change</td></tr>
 *   <tr><td>the details of a change</td><td>[{@code lines}], [{@code branch}], [{@code intent}],
 *       [{@code reversibility}: UNKNOWN], [{@code change}: UNKNOWN], [{@code breaking}: false], [{@code assets}]</td></tr>
 *   <tr><td>{@code branch}</td><td>{@code name}, [{@code mergedAt}]</td></tr>
 *   <tr><td>{@code build}</td><td>{@code subject}, {@code outcome}, [{@code finishedAt}]</td></tr>
 *   <tr><td>{@code build-artifact}</td><td>{@code packaging}, {@code name}, {@code version}, {@code digest},
 *       {@code sourceRevision}, [{@code inputs}]</td></tr>
 *   <tr><td>{@code test-run}</td><td>[{@code stage}: TEST], {@code subject}, {@code outcome}, [{@code counts}],
 *       [{@code finishedAt}], [{@code level}], [{@code evidence}], [{@code digests}], [{@code environment}: UNKNOWN],
 *       {@code scope} if the environment is PRODUCTION, [{@code checks}]</td></tr>
 *   <tr><td>{@code release}</td><td>{@code version}, [{@code tag}], [{@code status}: UNKNOWN], [{@code notes}],
 *       [{@code digests}], [{@code configuration}], [{@code recovery}], [{@code risks}], [{@code documents}],
 *       [{@code migrations}]</td></tr>
 *   <tr><td>{@code approval}</td><td>{@code role}, {@code answer}, {@code answeredAt} unless the answer is
 *       PENDING</td></tr>
 *   <tr><td>{@code deployment}</td><td>{@code environment}, {@code status}, [{@code finishedAt}], [{@code version}],
 *       [{@code digests}], [{@code strategy}], [{@code colour}], [{@code purpose}: UNKNOWN], [{@code recovery}],
 *       [{@code assets}], [{@code verifications}]</td></tr>
 *   <tr><td>{@code exposure}</td><td>{@code flag}, {@code percent}</td></tr>
 *   <tr><td>{@code alert-firing}</td><td>{@code rule}, [{@code severity}], [{@code acknowledgedAt}],
 *       [{@code endedAt}], [{@code reason}]</td></tr>
 *   <tr><td>{@code feedback}</td><td>{@code text}, {@code state}, {@code from}, {@code to},
 *       [{@code receivedAt}]</td></tr>
 *   <tr><td>{@code incident}</td><td>[{@code title}], {@code customerImpact}, [{@code resolvedAt}], [{@code severity}],
 *       [{@code practice}: false], [{@code firedAt}], [{@code pagedAt}], [{@code acknowledgedAt}], [{@code mitigatedAt}],
 *       [{@code verifiedAt}], [{@code joined}], [{@code postMortem}]</td></tr>
 *   <tr><td>{@code operation-record}</td><td>[{@code summary}], [{@code from}], [{@code activity}: UNKNOWN]</td></tr>
 *   <tr><td>{@code scaling-action}</td><td>{@code resource}, [{@code from}: 0], [{@code to}: 0],
 *       [{@code reason}]</td></tr>
 *   <tr><td>{@code insight}</td><td>{@code observation}, [{@code proposedAction}], [{@code basis}], [{@code category}],
 *       [{@code evidence}], [{@code trend}], [{@code target}], [{@code addressees}], [{@code cycle}]</td></tr>
 *   <tr><td>{@code measurement}</td><td>{@code telemetry}; for METRIC {@code name}, {@code value}, [{@code unit}]; for
 *       LOG {@code level}, [{@code message}]; for TRACE {@code trace}, {@code span}, [{@code parent}],
 *       {@code operation}, {@code duration}</td></tr>
 *   <tr><td>of your own</td><td>{@code custom}, {@code stage}, [{@code fields}]</td></tr>
 * </table>
 *
 * <h2>What the fields mean</h2>
 *
 * <ul>
 *   <li>{@code at} of an event is when it happened; of an artifact when it came to be: the start of what takes time.
 *   <li>{@code entered} is when the stage that is left was entered: the {@code at} of the move before.
 *   <li>{@code derivedFrom} is what joins things: a release names its commits, a deployment its release or its commits,
 *       an incident the deployment that caused it. A commit's id is its full hash. The tool's source {@code git} gives
 *       a release the name of its tag as id.
 *   <li>{@code subject} is, of a build or test run, the name of the job or suite, whose later run replaces the verdict;
 *       of a commit, the first line of its message.
 *   <li>{@code verifications} of a deployment are the checks that were made once the version ran. One that SUCCEEDED
 *       has one that PASSED and none that failed; without the field, nobody told, and the success is taken at its word.
 *   <li>{@code digests} are what joins a built artifact, its tests, its release and its deployment: the same bytes have
 *       the same text.
 *   <li>{@code lines} of a change is its size, {@code intent} what it is for; {@code derivedFrom} of a commit or pull
 *       request names its plan items too.
 *   <li>{@code labels} split numbers. {@code service}, and {@code component} where a repository has several, say which
 *       releases and deployments belong together.
 * </ul>
 *
 * <p>A kind of your own is marked with {@code "custom":true} and names the stage that produces it; {@code fields} is an
 * object of texts. The name must not be that of a kind above. Without the mark a kind that is not known is taken for
 * one of a later release, and the line is {@link io.infinityloop.json.Line.Unknown}.
 *
 * <p>The words: {@code outcome} PASSED, FAILED, ERROR, TIMED_OUT, CANCELLED, SKIPPED, RUNNING, UNKNOWN; {@code status}
 * IN_PROGRESS, SUCCEEDED, FAILED, ROLLED_BACK, CANCELLED, UNKNOWN; {@code environment} LOCAL, CI, TEST, STAGING,
 * PRODUCTION, UNKNOWN; {@code packaging} EXECUTABLE, LIBRARY, PACKAGE, CONTAINER_IMAGE, DACPAC, SCRIPT, JAR, OTHER;
 * {@code level} UNIT, CONTRACT, INTEGRATION, E2E, UI, PERFORMANCE, SECURITY, ACCEPTANCE, SMOKE; {@code evidence}
 * CORRECTNESS, PERFORMANCE, SECURITY; {@code check} SQL_INJECTION, XSS, DEPENDENCY, AUTH_BYPASS, PENETRATION;
 * {@code status} of a release IN_PREPARATION, READY_FOR_DEPLOYMENT, UNKNOWN; {@code path} ROLLBACK, FIX_FORWARD;
 * {@code kind} of a document RELEASE_NOTES, RELEASE_DOC, OPERATION_DOC, RUNBOOK, CODE_DOC, of an asset CODE, TEST,
 * CONFIGURATION, INFRASTRUCTURE, DATABASE_SCHEMA, PIPELINE; {@code answer} PENDING, GRANTED, DENIED; {@code strategy}
 * BLUE_GREEN, ROLLING, CANARY; {@code colour} BLUE, GREEN; {@code purpose} DELIVERY, HOTFIX, ROLLBACK, UNKNOWN;
 * {@code severity} CRITICAL, MAJOR, MINOR, NOTICE; {@code state} COLLECTED, TRIAGED, FOLLOWED_UP; {@code activity}
 * UNKNOWN, QUIET, EVENTFUL; {@code basis} EVIDENCE, UNREPORTED, NOTHING_FOUND; {@code category} CUSTOMER_EXPERIENCE,
 * CUSTOMER_BEHAVIOR, PERFORMANCE, COMPLIANCE, ERRORS, TRENDS; {@code trend} IMPROVING, STEADY, WORSENING;
 * {@code target} PRODUCT, PROCESS; {@code addressees} PRODUCT, DEVELOPMENT; {@code telemetry} METRIC, LOG, TRACE;
 * {@code work} FEATURE, FIX, EXPERIMENT, TECHNICAL, OPERATIONAL, UNKNOWN; {@code level} of a plan item ROADMAP, EPIC,
 * FEATURE, STORY, TASK, UNKNOWN, its {@code status} OPEN, CLOSED, UNKNOWN; {@code timing} LEADING, LAGGING;
 * {@code bearing} FOR, AGAINST; {@code kind} of a requirement SCALABILITY, SECURITY, MONITORING, DEPLOYMENT;
 * {@code reversibility} REVERSIBLE, IRREVERSIBLE, UNKNOWN; {@code change} FEATURE, FIX, CONFIGURATION, EXPERIMENT,
 * CHORE, UNKNOWN; {@code assets} of a change the words of an asset's {@code kind}; {@code status} of a pull request
 * OPEN, MERGED, REJECTED, UNKNOWN; {@code verdict} APPROVED, CHANGES_REQUESTED, COMMENTED; {@code trigger} AUTOMATED,
 * MANUAL, UNKNOWN; stages PLAN, CODE, BUILD, TEST, RELEASE, DEPLOY, OPERATE, MONITOR.
 *
 * <h2>Values</h2>
 *
 * <ul>
 *   <li>Instants are texts in ISO 8601 with {@code Z} or an offset such as {@code +01:00}, to the nanosecond, in the
 *       years 1970 to 2200 (UTC): what lies outside is a broken clock and no delivery. A time without a zone is
 *       rejected, and so are a leap second and {@code 24:00}. Written is always {@code Z}.
 *   <li>Stages, outcomes, statuses, environments and triggers are the names of the constants, in capitals. A word that
 *       is not one of them is rejected: a slip of the pen must not become {@code UNKNOWN}. A missing {@code trigger} is
 *       {@code UNKNOWN}; everywhere else who does not know says so.
 *   <li>Durations are texts in ISO 8601 such as {@code PT1H30M}, to the nanosecond. Decimals are numbers with all their
 *       digits, at most 64 when written out; nothing is rounded.
 *   <li>{@code derivedFrom} and {@code artifacts} are lists of references, {@code kind:id}.
 *   <li>{@code counts} is an object of {@code passed}, {@code failed} and {@code skipped}, each 0 if left out.
 *   <li>{@code scope} is an object of {@code flag}, left out for a canary, and {@code percent}; {@code checks} is a
 *       list of objects of {@code check} and {@code findings}, 0 if left out.
 *   <li>{@code percent} is a number from 0 to 100 with at most six decimals.
 *   <li>{@code recovery} is an object of {@code path} and, for ROLLBACK, {@code version}.
 *   <li>{@code risks} is a list of objects of {@code role} and {@code risk}, {@code documents} of {@code kind} and
 *       {@code location}, {@code migrations} of {@code name}, {@code automated} and {@code tested}, {@code assets} of
 *       {@code kind}, {@code name} and, if it has one, {@code version}, {@code verifications} of {@code name} and
 *       {@code outcome}.
 *   <li>{@code evidence} is a list of objects of {@code name}, {@code value} and [{@code unit}]. An insight with
 *       evidence has a {@code category}; {@code basis} is EVIDENCE where there is evidence and UNREPORTED where there
 *       is none, unless it is said: NOTHING_FOUND. {@code addressees} is a list of words, both if left out.
 *   <li>{@code joined} is a list of objects of {@code role} and {@code at}; {@code postMortem} an object of
 *       {@code conditions} and {@code learnings}, lists of texts, and {@code actions}, a list of objects of
 *       {@code description} and [{@code planItem}], the id of the plan item that it became.
 *   <li>{@code estimate} is an object of {@code amount}, 0 or more, and {@code unit}; {@code priority} a whole number
 *       from 1, the most urgent; {@code lines} an object of {@code added} and {@code deleted}, each 0 if left out.
 *   <li>{@code goals} is a list of objects of {@code metric}, {@code baseline}, {@code target} and {@code unit};
 *       {@code signals} of {@code measure} and {@code timing}; {@code assumptions} of {@code statement} and
 *       {@code evidence}, if there is any, a list of objects of {@code source}, a reference, and {@code bearing};
 *       {@code requirements} of {@code kind} and {@code text}.
 *   <li>{@code reviews} is a list of objects of {@code at}, {@code verdict}, {@code role} and {@code byAuthor};
 *       {@code build} an object of {@code ref}, a reference, and {@code outcome}.
 *   <li>{@code labels} is an object of texts. {@code customerImpact} is {@code true} or {@code false}.
 *   <li>Left out, {@code null} and empty are the same; nothing that is empty is written. Fields that are not named here
 *       are passed over. A field that is there twice is rejected.
 * </ul>
 *
 * <h2>Other values</h2>
 *
 * {@link io.infinityloop.json.ValueWriter} and {@link io.infinityloop.json.ValueReader} do the same for single values:
 * a snapshot, an entry of a journal, a decision with its reasons, an artifact alone, the rules of a loop.
 *
 * <pre>{@code
 * {"v":1,"type":"transition","value":{"from":"PLAN","to":"CODE"}}
 * {"v":1,"type":"entry","value":{"position":7,"revision":0,"event":{"v":1,"type":"started",…}}}
 * {"v":1,"type":"decision","value":{"type":"refused","from":"PLAN","reasons":[{"type":"retired","reason":"…"}]}}
 * }</pre>
 *
 * A record is an object of its components, under their names; an enum constant is its name; an event or artifact is
 * written as in a log, a reference, the id of a loop, a version, a zone and a time of the day as a text, labels as an
 * object. The {@code type} is the name of the record in lower case with dashes, after that of the type around it and a
 * dot: {@code loop-state.failure}. Of a sealed interface the outer {@code type} names the whole and one more within the
 * value the alternative. What is read is told by the caller: a type only confirms it. The rules of a loop
 * ({@code loop-definition}) carry their fingerprint and are refused if they come out with another.
 *
 * <h2>Exports</h2>
 *
 * A journal is exported with {@link io.infinityloop.json.JournalWriter} and imported with
 * {@link io.infinityloop.json.JournalReader}. In an export each event has one more member, {@code journal}, which comes
 * first and is written exactly so; without it, the line is the text of the event byte by byte. A log with it is a log
 * like any other, where the member is passed over. The name is reserved for it: no release writes an event with a
 * member {@code journal} of its own, because its export could not be imported.
 *
 * <pre>{@code
 * {"journal":{"position":7,"revision":3,"hash":"9f86…0a08"},"v":1,"type":"advanced",…}
 * }</pre>
 *
 * Position and revision are those of the {@link io.infinityloop.journal.Entry}. The hash is the SHA-256 of the hash
 * before (64 zeros for position 1), the position, the revision and the text of the event, in UTF-8, with a line feed
 * between them. So the same entries are the same export, whatever journal they were in.
 *
 * <h2>Lines</h2>
 *
 * UTF-8; lines end with a line feed, which the last may lack. A byte order mark at the beginning, carriage returns
 * before line feeds and blank lines are accepted. Every line is read for itself: one that is no event becomes
 * {@link io.infinityloop.json.Line.Rejected} and the next is read. Each line is counted in a
 * {@link io.infinityloop.json.Tally}. No class is ever named or loaded by the input.
 *
 * <h2>Limits</h2>
 *
 * A line has at most 8 MiB (in an export the event has, without the member {@code journal}) and 250,000 names, values
 * and brackets, a text 1,048,576 characters, a field name 1,000, a list 100,000 entries, a number 64 digits with those
 * of its exponent; nesting is at most 64 deep. The limits of the model come on top, among them 400 characters for loop
 * ids, 500 for other ids, 100,000 for prose, and 64 labels.
 *
 * <h2>Versions</h2>
 *
 * {@code v} is the version of the format, 1 if left out. Fields, event types and artifact kinds may be added within a
 * version; a release that does not know a type or kind gives {@link io.infinityloop.json.Line.Unknown}. What changes
 * the meaning of a known field raises {@code v}, and an older release gives {@code Unknown} for all lines of it.
 * Unknown lines can be {@linkplain io.infinityloop.json.EventWriter#copy copied} as they were. A log of every release
 * is kept and read by the tests of all later ones.
 */
@NullMarked
package io.infinityloop.json;

import org.jspecify.annotations.NullMarked;
