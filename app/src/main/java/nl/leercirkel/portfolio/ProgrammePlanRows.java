package nl.leercirkel.portfolio;

import static nl.leercirkeldb.portfolio.Tables.ACTION_LINE;
import static nl.leercirkeldb.portfolio.Tables.FUND;
import static nl.leercirkeldb.portfolio.Tables.FUND_SHARE;
import static nl.leercirkeldb.portfolio.Tables.REQUIREMENT;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import nl.leercirkel.security.Actor;
import nl.leercirkeldb.portfolio.tables.records.ActionLineRecord;
import nl.leercirkeldb.portfolio.tables.records.FundRecord;
import nl.leercirkeldb.portfolio.tables.records.FundShareRecord;
import nl.leercirkeldb.portfolio.tables.records.RequirementRecord;
import org.jooq.DSLContext;
import org.jooq.TableRecord;

/** The funds, action lines and requirements of one programme, to and from the database. */
record ProgrammePlanRows(List<Fund> funds, List<ActionLine> actionLines, List<Requirement> requirements) {
    private static final AmountColumns TOTAL = new AmountColumns(FUND, "total");
    private static final AmountColumns AMOUNT = new AmountColumns(FUND_SHARE, "amount");
    private static final PeriodColumns PERIOD = new PeriodColumns(FUND_SHARE);

    static ProgrammePlanRows read(DSLContext database, UUID programmeId) {
        Map<Integer, List<Fund.Share>> shares = database.selectFrom(FUND_SHARE)
                .where(FUND_SHARE.PROGRAMME_ID.eq(programmeId))
                .orderBy(FUND_SHARE.POSITION)
                .fetchGroups(
                        FUND_SHARE.FUND_POSITION,
                        row -> new Fund.Share(PERIOD.read(row), row.getGiver(), AMOUNT.read(row)));
        List<Fund> funds = database.selectFrom(FUND)
                .where(FUND.PROGRAMME_ID.eq(programmeId))
                .orderBy(FUND.POSITION)
                .fetch(row -> new Fund(
                        row.getName(),
                        TOTAL.read(row),
                        row.getInBudget(),
                        row.getNote(),
                        shares.getOrDefault(row.getPosition(), List.of())));
        List<Requirement> requirements = database.selectFrom(REQUIREMENT)
                .where(REQUIREMENT.PROGRAMME_ID.eq(programmeId))
                .orderBy(REQUIREMENT.POSITION)
                .fetch(row -> new Requirement(row.getWhat(), row.getAnswer(), row.getReference(), row.getNote()));
        return new ProgrammePlanRows(funds, actionLines(database, programmeId), requirements);
    }

    static List<ActionLine> actionLines(DSLContext database, UUID programmeId) {
        return database.selectFrom(ACTION_LINE)
                .where(ACTION_LINE.PROGRAMME_ID.eq(programmeId))
                .orderBy(ACTION_LINE.NUMBER)
                .fetch(row -> new ActionLine(row.getNumber(), row.getText()));
    }

    /** Puts what the draft says in place of what was there. */
    static void replace(DSLContext database, Actor actor, UUID programmeId, ProgrammeData data) {
        database.deleteFrom(FUND).where(FUND.PROGRAMME_ID.eq(programmeId)).execute();
        database.deleteFrom(ACTION_LINE)
                .where(ACTION_LINE.PROGRAMME_ID.eq(programmeId))
                .execute();
        database.deleteFrom(REQUIREMENT)
                .where(REQUIREMENT.PROGRAMME_ID.eq(programmeId))
                .execute();
        UUID authority = actor.authorityId();
        List<TableRecord<?>> rows = new ArrayList<>();
        int share = 0;
        for (int i = 0; i < data.funds().size(); i++) {
            Fund fund = data.funds().get(i);
            rows.add(fund(authority, programmeId, i, fund));
            for (Fund.Share part : fund.shares()) {
                rows.add(share(authority, programmeId, share++, i, part));
            }
        }
        data.actionLines()
                .forEach(line -> rows.add(new ActionLineRecord(authority, programmeId, line.number(), line.text())));
        for (int i = 0; i < data.requirements().size(); i++) {
            Requirement point = data.requirements().get(i);
            rows.add(new RequirementRecord(
                    authority, programmeId, i, point.what(), point.answer(), point.reference(), point.note()));
        }
        database.batchInsert(rows).execute();
    }

    private static FundRecord fund(UUID authority, UUID programmeId, int position, Fund fund) {
        FundRecord row = new FundRecord();
        row.setAuthorityId(authority);
        row.setProgrammeId(programmeId);
        row.setPosition(position);
        row.setName(fund.name());
        TOTAL.write(row, fund.total());
        row.setInBudget(fund.inBudget());
        row.setNote(fund.note());
        return row;
    }

    private static FundShareRecord share(UUID authority, UUID programmeId, int position, int fund, Fund.Share share) {
        FundShareRecord row = new FundShareRecord();
        row.setAuthorityId(authority);
        row.setProgrammeId(programmeId);
        row.setPosition(position);
        row.setFundPosition(fund);
        PERIOD.write(row, share.period());
        row.setGiver(share.giver());
        AMOUNT.write(row, share.amount());
        return row;
    }
}
