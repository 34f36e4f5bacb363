//! The public face of a planner, one a bulk operation.

/// Declares the public planner of an operation, and the iterator over it.
macro_rules! planner {
    ($planner:ident, $plan:ident, $operation:ty, $request:ty, $gateway:ty, $message:ty, $answer:ty, $make:ident, $iterate:ident, $iterate_with:ident) => {
        crate::plan::planner! {
            $planner, $plan, $operation, $request, $gateway, $message, $answer, $make, with $iterate_with
        }

        impl $gateway {
            /// The calls of a long list of messages.
            pub fn $iterate<I: IntoIterator<Item = $message>>(
                &self,
                messages: I,
                options: impl Into<crate::PlanOptions>,
            ) -> Result<$plan<I::IntoIter>, crate::InvalidRequest> {
                self.$iterate_with(&<$request>::default(), messages, options)
            }
        }
    };
    ($planner:ident, $plan:ident, $operation:ty, $request:ty, $gateway:ty, $message:ty, $answer:ty, $make:ident, with $iterate_with:ident) => {
        /// Cuts a long list into calls; fed one message after the other. See [`OnInvalid`](crate::OnInvalid).
        pub struct $planner(crate::plan::Planner<$operation>);

        impl $planner {
            /// Takes the next message.
            pub fn push(&mut self, message: $message) {
                self.0.push(message);
            }

            /// Takes the next message as a tree that a host language made.
            pub fn push_value(&mut self, message: crate::Value<'_>) {
                self.0.push_value(message);
            }

            /// Says that no message follows.
            ///
            /// With [`OnInvalid::Raise`](crate::OnInvalid::Raise) this fails with all violations of all messages.
            pub fn finish(&mut self) -> Result<(), crate::InvalidRequest> {
                self.0.finish()
            }

            /// The next call that is full; after [`finish`](Self::finish) the rest. `None`: feed on, or done.
            pub fn next_call(&mut self) -> Option<Result<crate::Call<$answer>, crate::InvalidRequest>> {
                self.0.next_call()
            }

            /// What was set aside so far.
            #[must_use]
            pub fn rejected(&self) -> &[crate::Rejected] {
                self.0.rejected()
            }

            /// Copies what it remembers of the messages so far into new memory, of just the size that this takes. Nothing
            /// that came after its making is referred to any more: with an allocator that only lets go of everything
            /// together, what it has taken since can go.
            pub fn renew(&mut self) {
                self.0.renew();
            }
        }

        impl std::fmt::Debug for $planner {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                write!(f, concat!(stringify!($planner), "({} set aside)"), self.0.rejected().len())
            }
        }

        /// The calls of a long list, as an iterator. Lazy: with [`OnInvalid::SetAside`](crate::OnInvalid::SetAside) it takes
        /// only as many messages as the next call needs.
        #[derive(Debug)]
        pub struct $plan<I> {
            planner: $planner,
            source: Option<I>,
        }

        impl<I> $plan<I> {
            /// What was set aside so far.
            #[must_use]
            pub fn rejected(&self) -> &[crate::Rejected] {
                self.planner.rejected()
            }
        }

        impl<I: Iterator<Item = $message>> Iterator for $plan<I> {
            type Item = Result<crate::Call<$answer>, crate::InvalidRequest>;

            fn next(&mut self) -> Option<Self::Item> {
                loop {
                    if let Some(call) = self.planner.next_call() {
                        return Some(call);
                    }
                    match self.source.as_mut()?.next() {
                        Some(message) => self.planner.push(message),
                        None => {
                            self.source = None;
                            if let Err(error) = self.planner.finish() {
                                return Some(Err(error));
                            }
                            return self.planner.next_call();
                        }
                    }
                }
            }
        }

        impl $gateway {
            /// A planner of this account. `envelope` is what all calls share: a request without its messages, as a tree
            /// that a host language made.
            pub fn $make(
                &self,
                envelope: Option<crate::Value<'_>>,
                on_invalid: crate::OnInvalid,
                now: Option<crate::Timestamp>,
            ) -> Result<$planner, crate::InvalidRequest> {
                let options = crate::PlanOptions { on_invalid, now };
                crate::plan::Planner::of_value(self.clone(), envelope, options).map($planner)
            }

            /// The calls of a long list of messages that share an envelope: a request whose own messages do not count.
            pub fn $iterate_with<I: IntoIterator<Item = $message>>(
                &self,
                envelope: &$request,
                messages: I,
                options: impl Into<crate::PlanOptions>,
            ) -> Result<$plan<I::IntoIter>, crate::InvalidRequest> {
                let planner = crate::plan::Planner::new(self.clone(), envelope, options.into()).map($planner)?;
                Ok($plan { planner, source: Some(messages.into_iter()) })
            }
        }
    };
}
pub(crate) use planner;
