package io.github.seeingdigits.figure;

import java.util.List;

/** Every figure that articles can use. Adding one is adding a line here, and one in the page's {@code Demos}. */
public final class Figures {
    public static final List<NamedFigure> ALL = List.of(
            new DrawFigure(),
            new FiltersFigure(),
            new NetworksFigure(),
            new InkFigure(),
            new HiddenFigure(),
            new AblateFigure(),
            new ReportFigure(),
            new MaximiseFigure(),
            new TrainFigure(),
            new LogitsFigure(),
            new PlaneFigure(),
            new SeedsFigure(),
            new FoldFigure(),
            new XorFigure(),
            new YatFigure(),
            new InversionFigure(),
            new PrototypesFigure(),
            new CnnFigure(),
            new StressFigure(),
            new TourFigure(),
            new ConfusionFigure(),
            new SpecimensFigure(),
            new DominanceFigure(),
            new TimelineFigure(),
            new SpectrumFigure(),
            new MapFigure(),
            new PathsFigure());

    private Figures() {}
}
