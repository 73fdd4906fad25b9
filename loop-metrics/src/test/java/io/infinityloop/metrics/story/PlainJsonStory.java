package io.infinityloop.metrics.story;

import java.util.List;

/** One object for each thing. */
final class PlainJsonStory implements Story {
    @Override
    public List<String> records() {
        String text = """
                {'change':'b0','at':'2026-07-05T10:00:00Z'}
                {'deployment':'d0',IN,'at':'2026-07-05T12:00:00Z','commit':'b0','purpose':'delivery'}
                {'change':'a1','at':'2026-07-06T08:00:00Z'}
                {'change':'m1','at':'2026-07-06T10:00:00Z','parents':['b0','a1']}
                {'pullRequest':'1','openedAt':'2026-07-06T08:30:00Z','mergedAt':'2026-07-06T10:00:00Z','commits':['a1','m1']}
                {'build':'p1','startedAt':'2026-07-06T10:05:00Z','finishedAt':'2026-07-06T10:15:00Z','outcome':'success','commit':'m1'}
                {'deployment':'s1','service':'shop','environment':'staging','startedAt':'2026-07-06T10:20:00Z','finishedAt':'2026-07-06T10:25:00Z','commit':'m1'}
                {'deployment':'d1',IN,'startedAt':'2026-07-06T12:00:00Z','finishedAt':'2026-07-06T12:10:00Z','commit':'m1','purpose':'delivery'}
                {'change':'a2','at':'2026-07-07T07:10:00Z'}
                {'change':'m2','at':'2026-07-07T11:00:00Z','parents':['m1','a2']}
                {'deployment':'d2',IN,'startedAt':'2026-07-07T13:00:00Z','finishedAt':'2026-07-07T13:10:00Z','commit':'m2','purpose':'delivery'}
                {'incident':'i1','service':'shop','startedAt':'2026-07-07T13:30:00Z','causedBy':'d2'}
                {'change':'a3','at':'2026-07-07T14:00:00Z'}
                {'change':'m3','at':'2026-07-07T14:30:00Z','parents':['m2','a3']}
                {'deployment':'d3',IN,'startedAt':'2026-07-07T15:00:00Z','finishedAt':'2026-07-07T15:10:00Z','commit':'m3','purpose':'hotfix'}
                {'incident':'i1','resolvedAt':'2026-07-07T15:10:00Z'}
                {'change':'a4','at':'2026-07-08T09:00:00Z'}
                {'change':'m4','at':'2026-07-08T10:00:00Z','parents':['m3','a4']}
                {'deployment':'d4',IN,'startedAt':'2026-07-08T11:00:00Z','finishedAt':'2026-07-08T11:10:00Z','commit':'m4','outcome':'failure'}
                {'deployment':'d5',IN,'startedAt':'2026-07-08T12:00:00Z','finishedAt':'2026-07-08T12:10:00Z','commit':'m4','purpose':'delivery'}
                """;
        return text.replace("IN,", "'service':'shop','environment':'production',")
                .replace('\'', '"')
                .lines()
                .toList();
    }
}
