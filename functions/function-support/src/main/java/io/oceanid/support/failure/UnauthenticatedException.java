package io.oceanid.support.failure;

import java.util.List;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.ErrorResponseException;

/** A request without the credentials that it needs: 401. */
public final class UnauthenticatedException extends ErrorResponseException {

    /** @param schemes the ways to authenticate that are asked for, such as {@code Basic} */
    public UnauthenticatedException(List<String> schemes) {
        super(HttpStatus.UNAUTHORIZED);
        getHeaders()
                .put(
                        HttpHeaders.WWW_AUTHENTICATE,
                        schemes.stream()
                                .map(scheme -> scheme + " realm=\"oceanid\"")
                                .toList());
    }
}
