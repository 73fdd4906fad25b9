package io.infinityloop.metrics.story;

import java.util.List;

/** One table for everything. */
final class PlainCsvStory implements Story {
    @Override
    public List<String> records() {
        return """
                kind,id,service,environment,started_at,finished_at,outcome,commits,parents,purpose,caused_by,at
                change,b0,,,,,,,,,,2026-07-05T10:00:00Z
                deployment,d0,shop,production,,2026-07-05T12:00:00Z,success,b0,,delivery,,
                change,a1,,,,,,,,,,2026-07-06T08:00:00Z
                change,m1,,,,,,,b0 a1,,,2026-07-06T10:00:00Z
                build,p1,,,2026-07-06T10:05:00Z,2026-07-06T10:15:00Z,success,m1,,,,
                deployment,s1,shop,staging,2026-07-06T10:20:00Z,2026-07-06T10:25:00Z,success,m1,,,,
                deployment,d1,shop,production,2026-07-06T12:00:00Z,2026-07-06T12:10:00Z,success,m1,,delivery,,
                change,a2,,,,,,,,,,2026-07-07T07:10:00Z
                change,m2,,,,,,,"m1,a2",,,2026-07-07T11:00:00Z
                deployment,d2,shop,production,2026-07-07T13:00:00Z,2026-07-07T13:10:00Z,success,m2,,delivery,,
                incident,i1,shop,,2026-07-07T13:30:00Z,,,,,,d2,
                change,a3,,,,,,,,,,2026-07-07T14:00:00Z
                change,m3,,,,,,,m2;a3,,,2026-07-07T14:30:00Z
                deployment,d3,shop,production,2026-07-07T15:00:00Z,2026-07-07T15:10:00Z,success,m3,,hotfix,,
                incident,i1,,,,2026-07-07T15:10:00Z,,,,,,
                change,a4,,,,,,,,,,2026-07-08T09:00:00Z
                change,m4,,,,,,,m3 a4,,,2026-07-08T10:00:00Z
                deployment,d4,shop,production,2026-07-08T11:00:00Z,2026-07-08T11:10:00Z,failure,m4,,,,
                deployment,d5,shop,production,2026-07-08T12:00:00Z,2026-07-08T12:10:00Z,success,m4,,delivery,,
                """.lines().toList();
    }
}
