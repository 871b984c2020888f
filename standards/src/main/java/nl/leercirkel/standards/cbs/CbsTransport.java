package nl.leercirkel.standards.cbs;

import java.io.IOException;

/** Where answers come from. */
public interface CbsTransport {

    /**
     * Asks once; asking again is up to {@link CbsClient}.
     *
     * @throws CbsUnavailable where there is no answer, with what to do about it
     */
    CbsAnswer get(CbsRequest request) throws IOException;
}
