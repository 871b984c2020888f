package nl.leercirkel.statistics.duration;

import java.util.Comparator;
import java.util.stream.IntStream;

/** The partial likelihood of Cox with its first two derivatives, Efron's or Breslow's way with ties. */
final class CoxLikelihood {

    private final Durations durations;
    private final double[][] x;
    private final int[] stratum;
    private final boolean efron;
    private final int[] byTime;
    private final int[] byEntry;
    private final int p;

    double value;
    double[] score;
    double[][] information;

    /** Schoenfeld residuals per event, in the order of {@link #eventUnits}. */
    double[][] residuals;

    int[] eventUnits;

    CoxLikelihood(Durations durations, double[][] x, int[] stratum, boolean efron) {
        this.durations = durations;
        this.x = x;
        this.stratum = stratum;
        this.efron = efron;
        this.p = x[0].length;
        Comparator<Integer> byStratum = Comparator.comparingInt(i -> stratum[i]);
        Comparator<Integer> lateFirst = Comparator.comparingDouble(i -> -durations.time(i));
        Comparator<Integer> lateEntryFirst = Comparator.comparingDouble(i -> -durations.entry(i));
        this.byTime = order(byStratum.thenComparing(lateFirst));
        this.byEntry = order(byStratum.thenComparing(lateEntryFirst));
        this.score = new double[p];
        this.information = new double[p][p];
        this.residuals = new double[durations.events()][];
        this.eventUnits = new int[durations.events()];
    }

    private int[] order(Comparator<Integer> comparator) {
        return IntStream.range(0, durations.size())
                .boxed()
                .sorted(comparator)
                .mapToInt(Integer::intValue)
                .toArray();
    }

    void at(double[] beta) {
        value = 0;
        score = new double[p];
        information = new double[p][p];
        int events = 0;
        RiskSums risk = new RiskSums(p);
        int leaving = 0;
        int n = byTime.length;
        for (int start = 0; start < n; ) {
            int unit = byTime[start];
            double time = durations.time(unit);
            if (start == 0 || stratum[unit] != stratum[byTime[start - 1]]) {
                risk = new RiskSums(p);
                leaving = start;
            }
            RiskSums tied = new RiskSums(p);
            int end = start;
            int deaths = 0;
            while (end < n && durations.time(byTime[end]) == time && stratum[byTime[end]] == stratum[unit]) {
                int member = byTime[end];
                double weight = Math.exp(dot(member, beta));
                risk.add(x[member], weight);
                if (durations.event(member)) {
                    tied.add(x[member], weight);
                    value += dot(member, beta);
                    eventUnits[events + deaths] = member;
                    deaths++;
                }
                end++;
            }
            if (deaths > 0) {
                // Units that enter at or after this time were not yet at risk.
                while (durations.hasLateEntries()
                        && leaving < n
                        && stratum[byEntry[leaving]] == stratum[unit]
                        && durations.entry(byEntry[leaving]) >= time) {
                    int gone = byEntry[leaving];
                    risk.add(x[gone], -Math.exp(dot(gone, beta)));
                    leaving++;
                }
                addDeaths(risk, tied, deaths, events);
                events += deaths;
            }
            start = end;
        }
    }

    private void addDeaths(RiskSums risk, RiskSums tied, int deaths, int firstEvent) {
        double[] meanOfMeans = new double[p];
        for (int k = 0; k < deaths; k++) {
            double part = efron ? k / (double) deaths : 0;
            double total = risk.weight - part * tied.weight;
            value -= Math.log(total);
            double[] mean = new double[p];
            for (int a = 0; a < p; a++) {
                mean[a] = (risk.first[a] - part * tied.first[a]) / total;
                meanOfMeans[a] += mean[a] / deaths;
            }
            for (int a = 0; a < p; a++) {
                for (int b = 0; b < p; b++) {
                    information[a][b] += (risk.second[a][b] - part * tied.second[a][b]) / total - mean[a] * mean[b];
                }
            }
        }
        for (int k = 0; k < deaths; k++) {
            double[] residual = new double[p];
            for (int a = 0; a < p; a++) {
                residual[a] = x[eventUnits[firstEvent + k]][a] - meanOfMeans[a];
                score[a] += residual[a];
            }
            residuals[firstEvent + k] = residual;
        }
    }

    private double dot(int unit, double[] beta) {
        double sum = 0;
        for (int a = 0; a < p; a++) {
            sum += x[unit][a] * beta[a];
        }
        return sum;
    }

    /** Weighted sums over the units at risk. */
    private static final class RiskSums {
        private double weight;
        private final double[] first;
        private final double[][] second;

        RiskSums(int p) {
            first = new double[p];
            second = new double[p][p];
        }

        void add(double[] x, double w) {
            weight += w;
            for (int a = 0; a < x.length; a++) {
                double wx = w * x[a];
                first[a] += wx;
                for (int b = 0; b < x.length; b++) {
                    second[a][b] += wx * x[b];
                }
            }
        }
    }
}
